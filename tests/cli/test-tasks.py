#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks by the command line: due, done and again, put off, and out into a calendar."""

import datetime

import program

TURKISH = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'tr'}


def day(distance, time=''):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=distance)).strftime('%Y-%m-%d') + time


class Tasks(program.TestCase):
    def setUp(self):
        super().setUp()
        self.customer = self.add('Işık Mimarlık')['id']

    def task(self, title='Ara', *more, **options):
        return self.done('add', 'task', f'title={title}', *more, **options)

    def titles(self, *args):
        return [task['title'] for task in self.done(*args)]

    def test_of_whom(self):
        deal = self.done('add', 'deal', 'title=Ev', 'customer=isik mimarlik')
        task = self.task('Teklif', 'deal=ev')
        self.assertEqual((task['deal'], task['deal_title'], task['customer'], task['customer_name']),
                         (deal['id'], 'Ev', self.customer, 'Işık Mimarlık'))
        self.assertEqual((task['priority'], task['repeat_from'], task['due'], task['done']), ('none', 'due', None, None))
        self.assertEqual(self.done('list', 'task', '--where', 'customer=IŞIK MİMARLIK', '--count'), {'count': 1})
        self.assertEqual(self.done('set', 'task', task['id'], 'priority=Yüksek', env=TURKISH)['priority'], 'high')
        self.assertEqual(self.done('history', 'task', task['id'])[0]['label'], 'Edit Teklif')
        self.done('delete', 'customer', self.customer)
        self.assertEqual(self.done('list', 'task'), [])
        self.done('undo')
        self.assertEqual(self.titles('list', 'task'), ['Teklif'])

    def test_due_in_words(self):
        for text, due in (('tomorrow 09:00', day(1, 'T09:00')), ('yarın', day(1)), ('3 gün sonra', day(3)),
                          ('31.12.2026', '2026-12-31'), ('2026-12-31T14:30', '2026-12-31T14:30'), ('', None)):
            self.assertEqual(self.task('x', f'due={text}')['due'], due, text)
        for text in ('31.02.2026', '25:00', '2026-11-24 25:00', '0001-01-01', 'whenever', '10000-01-01'):
            self.refused(2, 'add', 'task', 'title=x', f'due={text}', says='due: ')
        # The hour that the clocks skip is kept, and it is told what becomes of it.
        answer = self.run_cli('add', 'task', 'title=x', 'due=2027-03-28 02:30', env={'TZ': 'Europe/Berlin'})
        self.assertEqual((answer.code, answer.json['due']), (0, '2027-03-28T02:30'))
        self.assertIn('put forward', answer.err)

    def line(self, text, *more, **options):
        """What a line makes, and what is said of it on the standard error."""
        answer = self.run_cli('add', 'task', text, *more, **options)
        self.assertEqual(answer.code, 0, answer.err)
        return answer.json, answer.err

    def test_line(self):
        task, err = self.line("yarın 14:00 Işık Mimarlık'ı ara")
        self.assertEqual((task['title'], task['due'], task['customer'], task['repeat'], err),
                         ("Işık Mimarlık'ı ara", day(1, 'T14:00'), self.customer, None, ''))
        self.assertEqual(self.done('show', 'task', task['id']), task)
        self.assertEqual(self.done('history')[0]['label'], "Add Işık Mimarlık'ı ara")
        smith = self.add('Smith Ltd')['id']
        task, err = self.line('tomorrow 2pm call smith ltd')
        self.assertEqual((task['title'], task['due'], task['customer'], err), ('call smith ltd', day(1, 'T14:00'), smith, ''))
        task, err = self.line("her ayın 5'i fatura kes")
        self.assertEqual((task['title'], task['repeat'], task['due'][-2:], err), ('fatura kes', 'FREQ=MONTHLY;BYMONTHDAY=5', '05', ''))
        task, err = self.line('ara')
        self.assertEqual((task['title'], task['due'], task['customer'], err), ('ara', None, None, ''))
        # An equals sign in a line of several words makes no field of it.
        self.assertEqual(self.line('yarın E=mc2 anlat')[0]['title'], 'E=mc2 anlat')

    def test_line_and_fields(self):
        other = self.add('Smith Ltd')['id']
        task, _ = self.line("yarın 14:00 Işık Mimarlık'ı ara", 'due=2030-01-01', f'customer={other}', 'priority=high', 'title=Sor')
        self.assertEqual((task['title'], task['due'], task['customer'], task['priority']), ('Sor', '2030-01-01', other, 'high'))
        self.assertEqual(self.done('history')[0]['label'], 'Add Sor')
        self.assertEqual(self.line("yarın 14:00 Işık Mimarlık'ı ara", 'due=', 'customer=')[0]['customer'], None)
        deal = self.done('add', 'deal', 'title=Ev', 'customer=isik mimarlik')['id']
        task, _ = self.line('teklifi sor', 'deal=ev')
        self.assertEqual((task['deal'], task['customer']), (deal, self.customer))
        self.assertEqual(self.line('yarın 9:00', 'title=Kahvaltı')[0]['due'], day(1, 'T09:00'))

    def test_line_doubts(self):
        twin = self.add('IŞIK MİMARLIK')['id']
        task, err = self.line("yarın Işık Mimarlık'ı ara")
        self.assertEqual((task['customer'], task['title']), (None, "Işık Mimarlık'ı ara"))
        self.assertIn('More than one customer is called “Işık Mimarlık”', err)
        self.assertIn(f'{self.customer}, {twin}', err)
        self.assertIn('Birden çok müşterinin adı “Işık Mimarlık”', self.line("Işık Mimarlık'ı ara", env=TURKISH)[1])
        task, err = self.line('31 şubat Işık Mimarlık', f'customer={twin}')
        self.assertEqual((task['customer'], task['due']), (twin, None))
        self.assertIn('there is no such day', err)
        self.assertNotIn('More than one', err)
        task, err = self.line('28.03.2027 02:30 ara', env={'TZ': 'Europe/Berlin'})
        self.assertEqual(task['due'], '2027-03-28T02:30')
        self.assertIn('put forward', err)

    def test_line_refused(self):
        self.refused(2, 'add', 'task', 'yarın 14:00', says='does not tell what is to be done')
        self.refused(2, 'add', 'task', '', says='does not tell what is to be done')
        self.refused(2, 'add', 'task', 'yarın', 'ara', says='quotation marks')
        self.refused(2, 'add', 'task', 'ara', 'tilte=x', says='not a field')
        self.refused(2, 'add', 'task', 'tilte=x', says='not a field')
        self.refused(2, 'add', 'task', 'title=Teklif', 'gönder', says='FIELD=VALUE')
        self.refused(2, 'add', 'customer', 'Işık', says='FIELD=VALUE')
        self.refused(2, 'add', 'task', 'ara', 'due=25:00', says='due: ')
        self.refused(1, 'add', 'task', 'ara', 'customer=nobody', says='no customer')
        self.assertEqual(self.done('list', 'task'), [])
        self.assertIn("add task 'tomorrow 2pm call Smith Ltd'", self.run_cli('add', '--help').out)

    def test_due(self):
        for title, due in (('d', day(1)), ('b', day(0)), ('c', day(0, 'T23:59')), ('a', day(-400)), ('x', '')):
            self.task(title, f'due={due}')
        self.task('y', f'due={day(-1)}', 'done=2026-01-01 10:00')
        self.assertEqual(self.titles('due'), ['a', 'b', 'c'])
        self.assertEqual(self.titles('due', '--until', 'tomorrow'), ['a', 'b', 'c', 'd'])
        self.assertEqual(self.titles('due', '--until', day(-1)), ['a'])
        self.assertEqual(self.titles('due', '--until', '9999-12-31'), ['a', 'b', 'c', 'd'])
        self.refused(2, 'due', '--until', 'whenever')
        self.refused(2, 'due', 'now', says='one word too many')

    def test_done_and_again(self):
        first = self.task('Fatura kes', f'due={day(0)}', 'repeat=freq=daily;count=3', 'reminder=1 gün')
        self.assertEqual((first['repeat'], first['reminder']), ('FREQ=DAILY;COUNT=3', '1440'))
        done, = self.done('done', 'FATURA KES')
        self.assertEqual(done['id'], first['id'])
        second = self.done('show', 'task', done['next'])
        self.assertEqual((second['due'], second['repeat'], second['done']), (day(1), 'FREQ=DAILY;COUNT=2', None))
        # The same name means the one that is open.
        self.assertEqual(self.done('done', 'fatura kes')[0]['id'], second['id'])
        self.assertEqual(self.done('list', 'task', '--count'), {'count': 3})
        self.done('undo', '2')
        self.assertEqual([(task['id'], task['done'], task['next']) for task in self.done('list', 'task')], [(first['id'], None, None)])
        self.done('redo', '2')
        self.assertEqual(self.done('list', 'task', '--count'), {'count': 3})
        # By hand, too.
        self.done('set', 'task', self.done('list', 'task', '--where', 'done=')[0]['id'], 'done=2026-01-01 10:00')
        self.assertEqual(self.done('list', 'task', '--where', 'done='), [])

    def test_many_at_once(self):
        a, b = self.task('a')['id'], self.task('b')['id']
        self.assertEqual([task['id'] for task in self.done('done', a, 'b', a)], [a, b])
        self.assertEqual(self.done('history')[0]['label'], 'Finish 2 tasks')
        before = self.done('history')
        self.assertEqual(len(self.done('done', a)), 1)
        self.assertEqual(self.done('history'), before)
        self.refused(1, 'done', 'c', says='no task with the id or name “c”')
        self.refused(2, 'done', says='missing')
        self.task('twin'), self.task('twin')
        self.refused(2, 'done', 'twin', says='several')

    def test_snooze(self):
        task = self.task('Ara', f'due={day(0)}')
        self.assertEqual(self.done('snooze', 'ara', 'yarın 9:00')[0]['snoozed'], day(1, 'T09:00'))
        self.assertEqual(self.done('snooze', task['id'], 'in', '3', 'days')[0]['snoozed'], day(3, 'T09:00'))
        self.assertEqual(self.done('history')[0]['label'], 'Snooze Ara')
        self.done('add', 'setting', 'name=reminder_hour', 'value=17:30')
        self.assertEqual(self.done('snooze', 'ara', '2 gün')[0]['snoozed'], day(2, 'T17:30'))
        self.assertRegex(self.done('snooze', 'ara', '10m')[0]['snoozed'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d$')
        self.assertEqual(self.done('show', 'task', task['id'])['due'], day(0))
        self.refused(2, 'snooze', 'ara', '2020-01-01 10:00', says='over already')
        self.refused(2, 'snooze', 'ara', says='Until when')
        self.refused(2, 'snooze', 'ara', 'whenever')
        self.refused(2, 'snooze')
        self.done('done', 'ara')
        self.refused(1, 'snooze', 'ara', '10m', says='done already')

    def test_refused_repeats(self):
        for repeat in ('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=HOURLY', 'sometimes', 'FREQ=DAILY;COUNT=0'):
            answer = self.run_cli('add', 'task', 'title=x', f'repeat={repeat}', f'due={day(0)}')
            self.assertNotEqual(answer.code, 0, repeat)
            self.assertEqual(answer.out, '')
        self.refused(1, 'add', 'task', 'title=x', f'due={day(0)}', 'repeat=FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', says='never comes')
        self.refused(2, 'add', 'task', 'title=x', 'reminder=soon')
        self.assertEqual(self.done('list', 'task'), [])
        # Without a day it begins with the first that it tells.
        self.assertEqual(self.task('x', 'repeat=FREQ=DAILY')['due'], day(0))
        self.refused(1, 'set', 'task', self.done('list', 'task')[0]['id'], 'due=', says='needs a day')

    def test_export(self):
        self.task('Işık Mimarlık’ı ara, sor', 'customer=isik mimarlik', f'due={day(1)} 14:00', 'reminder=30m')
        self.task('Bitti', 'done=2026-01-01 10:00')
        path = self.folder / 'görevler.ics'
        self.assertEqual(self.done('export', path), {'file': str(path), 'exported': 2})
        text = path.read_bytes().decode('utf-8').replace('\r\n ', '')
        self.assertIn('SUMMARY:Işık Mimarlık’ı ara\\, sor\r\n', text)
        self.assertEqual((text.count('BEGIN:VTODO'), text.count('BEGIN:VEVENT'), text.count('BEGIN:VALARM')), (2, 1, 1))
        self.assertEqual(self.done('export', path, '--open', '--entity', 'task')['exported'], 1)
        self.refused(2, 'export', path, '--entity', 'deal', says='Only tasks')
        self.refused(2, 'export', self.folder / 'x.csv', says='.ics')
        self.refused(2, 'export')
        self.refused(1, 'export', self.folder / 'nowhere' / 'x.ics')


if __name__ == '__main__':
    program.main()
