#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agent that rings, on a real notification service: what appears, what its buttons do, and that nothing rings twice."""

import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import time

import velinimet_driver as driver
from velinimet_driver import _

AGENT = os.environ['VEL_TEST_AGENT']
ENDPOINT = ('-d', 'org.velinimet.Velinimet.Agent', '-o', '/org/velinimet/Velinimet/Agent')
PATIENCE = 20


class Reminders(driver.TestCase):
    """There is no window here; the display is for the bubbles."""

    def setUp(self):
        self.bus = None
        super().setUp()
        self.agent = None
        self.dunst = None
        self.start_bus()
        self.add('Işık Mimarlık', 'phone=0532 123 45 67')
        # Asked which action is meant, dunst asks a program; this one answers what the test has written down.
        self.chosen = self.folder / 'chosen'
        menu = self.folder / 'menu'
        menu.write_text(f'#!/bin/sh\ngrep -F "$(cat {self.chosen})" | head -n 1\n')
        menu.chmod(0o755)
        self.config = self.folder / 'dunstrc'
        self.config.write_text(f'[global]\ndmenu = {menu}\nfont = DejaVu Sans 10\nwidth = 420\nicon_position = off\n')
        self.opened = self.folder / 'opened'
        window = self.folder / 'window'
        window.write_text(f'#!/bin/sh\necho "$@" > {self.opened}\n')
        window.chmod(0o755)
        self.window = window
        self.start_dunst()

    def start_bus(self):
        """A bus of our own, which starts nothing by itself: what shows notifications is there when the test says so."""
        config = self.folder / 'bus.conf'
        config.write_text('<busconfig><type>session</type>'
                          f'<listen>unix:dir={self.folder}</listen><policy context="default"><allow send_destination="*"/>'
                          '<allow receive_sender="*"/><allow own="*"/></policy></busconfig>')
        bus = subprocess.Popen(['dbus-daemon', f'--config-file={config}', '--nofork', '--print-address'],
                               stdout=subprocess.PIPE, text=True)
        self.addCleanup(bus.stdout.close)
        self.addCleanup(self.stop, bus)
        self.bus = bus.stdout.readline().strip()

    def environment(self, **changes):
        return super().environment(**{'DBUS_SESSION_BUS_ADDRESS': self.bus, **changes} if self.bus else changes)

    def start_dunst(self):
        self.dunst = subprocess.Popen(['dunst', '-config', str(self.config)], env=self.environment(),
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop, self.dunst)
        self.until(lambda: self.ctl('count', 'displayed') is not None, 'the notification service')

    def start_agent(self):
        log = open(self.folder / 'agent.log', 'ab')  # pylint: disable=consider-using-with
        self.addCleanup(log.close)
        self.agent = subprocess.Popen([AGENT, '--book', str(self.book)], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                      env=self.environment(VEL_PROGRAM=str(self.window)))
        self.addCleanup(self.stop, self.agent)
        self.until(lambda: self.state().get('Book'), 'the agent')

    @staticmethod
    def stop(process):
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)

    def until(self, condition, what):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = condition()
            if answer:
                return answer
            time.sleep(0.05)
        self.fail(f'waited in vain for {what}; ' + (self.folder / 'agent.log').read_text() if self.agent else what)

    def ctl(self, *args):
        done = subprocess.run(['dunstctl', *args], env=self.environment(), capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else None

    def count(self):
        return int(self.ctl('count', 'displayed'))

    def state(self):
        done = subprocess.run(['gdbus', 'call', '--session', *ENDPOINT, '-m', 'org.freedesktop.DBus.Properties.GetAll',
                               'org.velinimet.Velinimet.Agent1'], env=self.environment(), capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            return {}
        text = done.stdout.strip()[1:-2].replace('<', '').replace('>', '').replace("'", '"')
        return json.loads(text)

    def answer(self, label):
        """Chooses an action of the bubble, which goes."""
        self.chosen.write_text(f"#{driver.c_('answer', label)} (")
        self.ctl('context')

    def shown(self):
        """What the bubbles have said, those that are gone too."""
        self.ctl('close-all')
        history = json.loads(self.ctl('history'))
        return [(entry['summary']['data'], entry['body']['data']) for entry in history['data'][0]]

    @staticmethod
    def now(minutes=0):
        """A minute by the clock; one that does not end before it is written down."""
        if datetime.datetime.now().second > 56:
            time.sleep(4)
        return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)).strftime('%Y-%m-%dT%H:%M')

    def add_task(self, title, due=None, *more):
        return self.done('add', 'task', f'title={title}', f'due={due or self.now()}', *more)['id']

    def task(self, identity):
        return self.done('show', 'task', identity)

    def test_rings_and_is_done(self):
        self.start_agent()
        identity = self.add_task('Teklifi ara', None, 'customer=Işık Mimarlık')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.picture_of_screen('bubble')
        self.answer('Done')
        self.until(lambda: self.task(identity)['done'], 'the task to be done')
        self.until(lambda: self.count() == 0, 'the bubble to go')
        (title, body), = self.shown()
        self.assertEqual(title, 'Teklifi ara')
        self.assertIn('Işık Mimarlık', body)

    def picture_of_screen(self, name):
        folder = os.environ.get('VEL_TEST_PICTURES')
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            subprocess.run(['import', '-window', 'root', f'{folder}/{self.id().split(".", 1)[1]}-{name}-{driver.LANGUAGE}.png'],
                           check=True)

    def test_put_off(self):
        """Ten minutes later it rings again, and so the agent says."""
        self.start_agent()
        identity = self.add_task('Faturayı kes')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.answer('In 10 minutes')
        snoozed = self.until(lambda: self.task(identity)['snoozed'], 'the task to be put off')
        self.assertIn(snoozed, (self.now(10), self.now(9)))
        self.until(lambda: self.state()['Next'] == snoozed, 'the next moment')

    def test_put_off_for_long(self):
        """Until tomorrow, and until the next Monday, at nine."""
        self.start_agent()
        today = datetime.datetime.now(datetime.timezone.utc).date()
        for title, label, days in (('Fatura', 'Tomorrow 09:00', 1), ('Numune', 'Next Monday', 7 - today.weekday())):
            identity = self.add_task(title)
            self.until(lambda: self.count() == 1, 'the bubble')
            self.answer(label)
            snoozed = self.until(lambda i=identity: self.task(i)['snoozed'], 'the task to be put off')
            self.assertEqual(snoozed, (today + datetime.timedelta(days=days)).isoformat() + 'T09:00')
            self.until(lambda: self.count() == 0, 'the bubble to go')

    def test_called(self):
        """The number is given to the program that calls."""
        called = self.folder / 'called'
        script = self.folder / 'caller'
        script.write_text(f'#!/bin/sh\necho "$@" > {called}\n')
        script.chmod(0o755)
        data = pathlib.Path(self.environment()['XDG_DATA_HOME']) / 'applications'
        data.mkdir(parents=True, exist_ok=True)
        (data / 'caller.desktop').write_text(f'[Desktop Entry]\nType=Application\nName=Caller\nExec={script} %u\n'
                                             'MimeType=x-scheme-handler/tel;\n')
        (data / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/tel=caller.desktop\n')
        self.start_agent()
        self.add_task('Ara', None, 'customer=Işık Mimarlık')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.answer('Call')
        self.until(lambda: called.exists() and called.read_text().strip() == 'tel:+905321234567', 'the call')

    def woken(self):
        """How often the agent has gone to work, in all its threads that live; it says nothing of how long."""
        counts = []
        for task in pathlib.Path(f'/proc/{self.agent.pid}/task').iterdir():
            with contextlib.suppress(OSError):
                status = (task / 'status').read_text()
                counts.append(int(status.split('\nvoluntary_ctxt_switches:')[1].split()[0]))
        return sum(counts)

    def test_sleeps(self):
        """Waiting for a task it does not look again and again; a change of the book wakes it, and it is small."""
        self.add_task('Yarınki', self.now(24 * 60))
        self.start_agent()
        self.until(lambda: self.state().get('Next'), 'what rings next')
        # Threads that wait for more work a while go before it is counted.
        time.sleep(3)
        before = self.woken()
        time.sleep(5)
        self.assertLessEqual(self.woken() - before, 1)
        self.add_task('Bu akşamki', self.now(6 * 60))
        self.until(lambda: self.woken() > before + 1, 'the agent to see the change')
        status = pathlib.Path(f'/proc/{self.agent.pid}/status').read_text()
        self.assertLess(int(status.split('VmRSS:')[1].split()[0]), (13 + 24) * 1024)

    def test_nobody_calls(self):
        """Where no program calls, the user is told so, with the number."""
        self.start_agent()
        self.add_task('Ara', None, 'customer=Işık Mimarlık')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.answer('Call')
        time.sleep(1)
        said = _('No program here can call %s') % '0532 123 45 67'
        self.until(lambda: said in [title for title, _body in self.shown()], 'the refusal')

    def test_answer_not_kept(self):
        """An answer that the book cannot take is told."""
        self.start_agent()
        identity = self.add_task('Teklifi gönder')
        self.until(lambda: self.count() == 1, 'the bubble')
        with contextlib.closing(sqlite3.connect(self.book, isolation_level=None)) as other:
            other.execute('BEGIN IMMEDIATE')
            self.answer('Done')
            time.sleep(1)
            said = _('Your answer could not be kept: %s') % 'Teklifi gönder'
            self.until(lambda: said in [title for title, _body in self.shown()], 'the refusal')
            other.execute('ROLLBACK')
        self.assertIsNone(self.task(identity)['done'])

    def test_opened(self):
        self.start_agent()
        identity = self.add_task('Numuneyi postala')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.ctl('action', '0')
        said = self.until(lambda: self.opened.exists() and self.opened.read_text().split(), 'the window')
        self.assertEqual(said[-2:], ['--page', f'task:{identity}'])

    def test_finished_elsewhere(self):
        """What is done on the command line is withdrawn from the screen."""
        self.start_agent()
        identity = self.add_task('Ara')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.done('set', 'task', identity, f'done={self.now()}:00Z')
        self.until(lambda: self.count() == 0, 'the bubble to go')

    def test_killed(self):
        """Neither twice nor never, however often the agent is killed."""
        self.start_agent()
        self.add_task('Bir')
        self.until(lambda: self.count() == 1, 'the bubble')
        self.until(lambda: self.sql('SELECT count (*) FROM task_ring WHERE told = at')[0][0] == 1, 'it to be noted')
        for _turn in range(3):
            self.agent.send_signal(signal.SIGKILL)
            self.agent.wait()
            self.start_agent()
        # What comes while nobody is there is told as soon as somebody is.
        self.agent.send_signal(signal.SIGKILL)
        self.agent.wait()
        self.add_task('İki')
        self.start_agent()
        self.until(lambda: self.count() == 2, 'both bubbles')
        self.assertEqual(sorted(title for title, _body in self.shown()), ['Bir', 'İki'])

    def test_many(self):
        """Many at once are one bubble."""
        for number in range(12):
            self.add_task(f'Görev {number}')
        self.start_agent()
        self.until(lambda: self.count() == 1, 'the bubble')
        self.picture_of_screen('many')
        # More are added to it.
        subprocess.run([os.environ['VEL_MANY_TASKS'], self.book, '10', self.now()], check=True)
        self.until(lambda: self.sql('SELECT count (*) FROM task_ring WHERE told = at')[0][0] == 22, 'all to be noted')
        self.assertEqual(self.count(), 1)
        # It goes with the last that is finished elsewhere.
        tasks = [task['id'] for task in self.done('list', 'task')]
        self.done('done', *tasks[1:])
        time.sleep(1)
        self.assertEqual(self.count(), 1)
        self.done('done', tasks[0])
        self.until(lambda: self.count() == 0, 'the bubble to go')
        (title, _body), = self.shown()
        self.assertIn('22', title)

    def test_many_opened(self):
        """What many open is the page of the day."""
        for number in range(12):
            self.add_task(f'Görev {number}')
        self.start_agent()
        self.until(lambda: self.count() == 1, 'the bubble')
        self.answer('Open')
        self.until(self.opened.exists, 'the window')
        self.assertEqual(self.opened.read_text().split(), ['--book', str(self.book), '--page', 'today'])

    def test_very_many(self):
        """Ten thousand that are overdue when the agent starts are one bubble, told once."""
        subprocess.run([os.environ['VEL_MANY_TASKS'], self.book, '10000', self.now()], check=True)
        self.start_agent()
        self.until(lambda: self.count() == 1, 'the bubble')
        self.until(lambda: self.sql('SELECT count (*) FROM task_ring WHERE told = at')[0][0] == 10000, 'all to be noted')
        (title, _body), = self.shown()
        self.assertRegex(title, r'10[.,]000')
        # Missed is told once: the next start has nothing to say.
        self.agent.send_signal(signal.SIGKILL)
        self.agent.wait()
        self.start_agent()
        self.until(lambda: self.state().get('Next') == '', 'nothing to be waited for')
        self.assertEqual(self.count(), 0)
        self.assertEqual(len(self.shown()), 1)

    def test_nobody_to_tell(self):
        """Without a notification service the agent says so, and goes on; what was to be told is not lost."""
        self.stop(self.dunst)
        self.start_agent()
        self.add_task('Ara')
        self.until(lambda: self.state()['Trouble'], 'the trouble')
        self.assertEqual(self.state()['Trouble'],
                         _('Nothing on this desktop shows notifications. Install or start a notification service.'))
        self.assertEqual(self.sql('SELECT count (*) FROM task_ring WHERE told IS NOT NULL')[0][0], 0)
        # As soon as there is one, it is told.
        self.start_dunst()
        self.until(lambda: self.count() == 1, 'the bubble')
        self.until(lambda: self.state()['Trouble'] == '', 'no trouble')


class FromTheWindow(driver.TestCase):
    """The window starts the agent, says how it fares, and leaves it there."""

    def agent(self):
        """The process that has the name of the agent on the bus, or None."""
        done = subprocess.run(['gdbus', 'call', '--session', '-d', 'org.freedesktop.DBus', '-o', '/org/freedesktop/DBus', '-m',
                               'org.freedesktop.DBus.GetConnectionUnixProcessID', 'org.velinimet.Velinimet.Agent'],
                              env=self.environment(), capture_output=True, text=True, check=False)
        return int(done.stdout.split()[1].strip(',)')) if done.returncode == 0 else None

    def agent_book(self):
        """The book that rings, as the agent tells it."""
        done = subprocess.run(['gdbus', 'call', '--session', *ENDPOINT, '-m', 'org.freedesktop.DBus.Properties.Get',
                               'org.velinimet.Velinimet.Agent1', 'Book'], env=self.environment(), capture_output=True,
                              text=True, check=False)
        return done.stdout.strip()[3:-4] if done.returncode == 0 else None

    def end_agent(self):
        process = self.agent()
        if process:
            os.kill(process, signal.SIGTERM)

    def test_started_and_tried(self):
        self.addCleanup(self.end_agent)
        self.add('Işık Mimarlık')
        self.open_book(VEL_AGENT=AGENT)
        self.wait(self.agent, 'the agent')
        self.press('ctrl+comma')
        window = self.window(_('Preferences'))
        self.see(_('Reminders are on. No task is waiting to ring.'), within=window)
        self.picture('preferences')
        self.click_on('push-button', driver.key('Try'), within=window)
        self.wait(lambda: subprocess.run(['dunstctl', 'count', 'displayed'], env=self.environment(), capture_output=True,
                                         text=True, check=False).stdout.strip() == '1', 'a notification')
        self.picture('tried')
        # At login, too, if the user wants it.
        entry = self.folder / 'config' / 'autostart' / 'org.velinimet.Velinimet.Agent.desktop'
        self.assertFalse(entry.exists())
        self.click(self.find('check-box', _('Remind from login on'), within=window))
        self.wait(entry.exists, 'the entry')
        self.assertIn(f'Exec={AGENT}\n', entry.read_text())
        subprocess.run(['desktop-file-validate', str(entry)], check=True)
        self.click(self.find('check-box', _('Remind from login on'), within=window))
        self.wait(lambda: not entry.exists(), 'no entry')
        self.press('Escape')
        self.wait_alone()
        process = self.agent()
        self.close()
        self.assertEqual(self.agent(), process)

    def test_another_book(self):
        """An agent older than the book rings for it as soon as there is a window; another book says that it does not."""
        environment = self.environment()
        agent = subprocess.Popen([AGENT], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 env=environment)
        self.addCleanup(Reminders.stop, agent)
        subprocess.run(['gdbus', 'wait', '--session', '--timeout', str(PATIENCE), ENDPOINT[1]], env=environment, check=True)
        self.assertEqual(self.agent_book(), '')
        self.open(VEL_AGENT=AGENT)
        own = self.folder / 'data' / 'velinimet' / 'book.velinimet'
        self.wait(lambda: self.agent_book() == str(own), 'the book of the agent')
        self.close()
        self.assertEqual(self.agent(), agent.pid)

        self.add('Işık Mimarlık')
        self.open_book()
        self.see(_('This book does not ring'))
        self.press('ctrl+comma')
        self.see(_('The tasks of this book do not ring, only those of your own book do. '
                   '“Open book” in the menu makes another one your own.'), within=self.window(_('Preferences')))
        self.picture('another-book')
        self.press('Escape')
        self.wait_alone()
        self.close()

    def show(self, task):
        """As the agent does when the user wants to see what rang."""
        self.assertEqual(self.launch('--book', self.book, '--page', f'task:{task}').wait(driver.PATIENCE), 0)

    def test_card_named(self):
        """What a reminder opens: the customer of its task, in the window that is there; what is gone is told."""
        identity = self.add('Işık Mimarlık')['id']
        task = self.done('add', 'task', 'title=Ara', 'customer=Işık Mimarlık')['id']
        self.open_book()
        self.wait(lambda: 'Işık Mimarlık' in self.rows(), 'the list')
        self.show(task)
        # The task, before the card of its customer.
        self.find('text', _('What to do'), within=self.window(_('Task')))
        self.picture('card')
        self.press('Escape')
        self.wait_alone()
        self.find('push-button', _('Back to the list'))
        # What goes while it is shown is told, too.
        other = self.done('add', 'task', 'title=Yaz', 'customer=Işık Mimarlık')['id']
        self.show(other)
        self.find('text', _('What to do'), within=self.window(_('Task')))
        self.done('delete', 'task', other)
        gone = _('This is no longer in the customer book: it has been deleted in the meantime.')
        self.see(gone)
        self.wait_alone()
        self.gone('label', gone)
        self.done('delete', 'customer', identity)
        self.see(_('This customer is not in the book any more'))
        self.show(task)
        never = _('What was to be shown is no longer in the customer book.')
        self.see(re.compile(f'{re.escape(never)}|{re.escape(gone)}'))
        self.close()


if __name__ == '__main__':
    driver.main()
