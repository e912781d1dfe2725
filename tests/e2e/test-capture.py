#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A task typed in one line, from anywhere: what is understood stands below it, can be taken off, and is in the book."""

import datetime
import re

import velinimet_driver as driver
from velinimet_driver import _

LINE = {'en': 'tomorrow 14:00 call isik mimarlik', 'tr': "yarın 14:00 Işık Mimarlık'ı ara"}[driver.LANGUAGE]
TITLE = {'en': 'call isik mimarlik', 'tr': "Işık Mimarlık'ı ara"}[driver.LANGUAGE]


class Capture(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.customer = self.add('Işık Mimarlık', 'kind=organisation')['id']
        self.open_book()
        self.wait(lambda: self.rows() == ['Işık Mimarlık'], 'the list')

    def ask(self):
        self.press('ctrl+t')
        self.window(_('New task'))
        self.wait_focus('text', _('New task'))

    def chip(self, text):
        """The button that takes off what a chip says."""
        whole = re.compile(re.escape(_('Take off “%s”')).replace('%s', text) + '$')
        return self.find('push-button', whole)

    def gone_chip(self, text):
        self.gone('push-button', re.compile(re.escape(_('Take off “%s”')).replace('%s', text) + '$'))

    def task(self):
        """The only task in the book, as soon as it is there."""
        self.wait(lambda: len(self.done('list', 'task')) == 1, 'the task in the book')
        return self.done('list', 'task')[0]

    @staticmethod
    def day(distance, time=''):
        return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=distance)).strftime('%Y-%m-%d') + time

    def chips_of_line(self):
        tomorrow = _('Tomorrow, %s').split('%', maxsplit=1)[0] + '.+'
        return tomorrow, driver.clock('14:00'), 'Işık Mimarlık', _('Remind')

    def test_added(self):
        self.ask()
        self.picture('empty')
        self.type(LINE)
        for text in self.chips_of_line():
            self.chip(text)
        self.see(_('Enter to add'))
        self.check_names(self.window(_('New task')))
        self.picture('chips')
        self.press('Return')
        task = self.task()
        self.assertEqual((task['title'], task['due'], task['customer'], task['reminder']),
                         (TITLE, self.day(1, 'T14:00'), self.customer, None))
        # The window tells what was done, and takes it back.
        self.wait_alone()
        self.click_on('push-button', driver.key('Undo'))
        self.wait(lambda: self.done('list', 'task') == [], 'the end of the task')
        self.close()

    def test_taken_off(self):
        """By pointer the customer, by keyboard the reminder and then the day: its words stay in the title."""
        self.ask()
        self.type(LINE)
        day, clock, customer, remind = self.chips_of_line()
        for text in (day, clock, customer, remind):
            self.chip(text)
        self.click(self.chip('Işık Mimarlık'))
        self.gone_chip('Işık Mimarlık')
        self.wait_focus('text', _('New task'))
        self.press('Tab', 'Tab', 'Tab')
        self.wait(lambda: self.focused().name == self.chip(remind).name, lambda: f'the focus; it is in {self.focused()}')
        self.press('space')
        self.gone_chip(remind)
        self.wait_focus('text', _('New task'))
        self.press('Tab', 'space')
        # A time alone is of today, or of tomorrow.
        self.chip('(' + _('Today, %s').split('%', maxsplit=1)[0] + '.+|' + day + ')')
        self.picture('taken-off')
        self.press('Return')
        task = self.task()
        self.assertEqual((task['customer'], task['reminder']), (None, 'none'))
        self.assertEqual(task['title'], LINE.replace('14:00 ', ''))
        self.assertEqual(task['due'][10:], 'T14:00')
        self.close()

    def test_doubts(self):
        self.ask()
        self.type({'en': '31 february call', 'tr': '31 şubat ara'}[driver.LANGUAGE])
        self.see(_('“%s” stays in the title: there is no such day.')
                 .replace('%s', {'en': '31 february', 'tr': '31 şubat'}[driver.LANGUAGE]))
        self.picture('doubt')
        self.press('Escape')
        self.wait(lambda: not self.all('label', re.compile('31')), 'the empty line')
        self.type('14:00')
        self.press('Return')
        self.see(_('What is to be done is missing.'))
        self.press('Escape', 'Escape')
        self.wait_alone()
        self.assertEqual(self.done('list', 'task'), [])
        self.close()

    def test_namesakes(self):
        """Of two who are called the same the program asks which, and guesses none."""
        other = self.add('IŞIK MİMARLIK', 'city=Bursa')['id']
        self.wait(lambda: len(self.rows()) == 2, 'both')
        self.ask()
        self.type(LINE)
        self.chip(re.escape(_('Which %s?').replace('%s', 'Işık Mimarlık')))
        self.press('Return')
        self.find('push-button', _('None of them'))
        self.picture('which')
        self.assertEqual(self.done('list', 'task'), [])
        self.press('Escape')
        self.wait_focus('text', _('New task'))
        self.press('Return')
        self.click_on('push-button', re.compile('IŞIK MİMARLIK, .*Bursa'))
        self.chip('IŞIK MİMARLIK · Bursa')
        self.wait_focus('text', _('New task'))
        self.press('Return')
        self.assertEqual(self.task()['customer'], other)
        self.close()

    def test_draft(self):
        self.ask()
        self.type('teklif')
        self.click_on('push-button', driver.key('Cancel'))
        self.wait_alone()
        self.ask()
        self.press('End')
        self.type('i sor')
        self.press('Return')
        self.assertEqual(self.task()['title'], 'teklifi sor')
        self.close()


driver.main()
