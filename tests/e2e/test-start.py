#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start on: what is offered, what can be looked at, and what a second start does."""

import re
import stat
import subprocess

import velinimet_driver as driver
from velinimet_driver import _


class FirstRun(driver.TestCase):
    def count(self, book):
        return self.done('--book', book, 'list', 'customer', '--count', book=False)['count']

    def test_welcome_and_sample(self):
        self.open()
        self.see(_('Welcome to Velinimet'), _('Look around in a sample book'))
        own = self.folder / 'data' / 'velinimet' / 'book.velinimet'
        self.assertEqual(stat.S_IMODE(own.stat().st_mode), 0o600)
        self.check_names()
        self.picture('welcome')

        self.click_on('label', _('Look around in a sample book'))
        strip = _('This is a sample book. Look around and try what you like: your own book stays as it is.')
        self.see(strip, _('Customers'), _('Saved filters'))
        self.check_names()
        self.picture('sample')
        self.click_on('label', _('Customers'))
        count = self.count(own.with_name('sample.velinimet'))
        self.assertGreater(count, 10)
        self.see_count(count)

        # Back: the own book is as empty as it was.
        self.click_on('push-button', _('Back to my own book'))
        self.see(_('No customers yet'))
        self.gone('label', strip)
        self.close()
        self.assertEqual(self.count(own), 0)

    def test_by_keyboard(self):
        """The same without a pointer."""
        self.open()
        self.see(_('Welcome to Velinimet'))
        wanted = _('Look around in a sample book')
        for _step in range(20):
            focus = self.focused()
            if focus is not None and wanted in self.texts(focus):
                break
            self.press('Tab')
        self.press('Return')
        self.see(_('Saved filters'))
        self.close()


class Windows(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.add('Ayşe Yılmaz', 'city=İzmir')
        self.open_book()
        self.see_count(1)

    def test_preferences(self):
        self.click_on('push-button', _('Main menu'))
        self.click_on('menu-item', _('Preferences'))
        window = self.window(_('Preferences'))
        self.see(str(self.book), _('Customer book'), _('Phone numbers'), _('Appearance'), within=window)
        self.picture('preferences')
        self.choose_in_row(_('Light or dark'), _('Dark'))
        self.picture('dark')
        self.choose_in_row(_('Light or dark'), _('Light'))
        self.press('Escape')
        self.wait_alone()
        self.close()

    def choose_in_row(self, title, choice):
        self.click_on('label', title)
        self.click_on('label', choice)
        self.wait(lambda: [label for label in self.all('label', choice)], choice)

    def test_shortcuts(self):
        self.press('ctrl+shift+question')
        self.wait(lambda: len(self.windows()) == 2, 'the shortcuts')
        # The round numbers of its pages are narrower than the style of the desktop lets them be.
        self.may_say = r'GtkLabel .* reported min width -\d+, but sizes must be >= 0'
        # GTK lays the sections out on pages as their sizes are.
        wanted = {_(text) for text in ('Search', 'Next customer', 'Move the deal to the next stage', 'Show or hide the sidebar',
                                       'Undo', 'Redo', 'Preferences')}
        self.see(_('Next customer'))
        self.picture('shortcuts')
        seen = {node.name for node in self.all('label')}
        self.click_on('label', '2')
        self.wait(lambda: wanted <= seen | {node.name for node in self.all('label')},
                  lambda: f'{wanted - seen} on the second page')
        self.picture('more-shortcuts')
        self.press('Escape')
        self.wait_alone()
        self.close()

    def test_about(self):
        self.click_on('push-button', _('Main menu'))
        self.click_on('menu-item', _('About Velinimet'))
        self.wait(lambda: len(self.windows()) == 2, 'what there is to know')
        self.see(_('The Velinimet authors'), re.compile('^0\\.'))
        self.picture('about')
        self.press('Escape')
        self.wait_alone()
        self.close()

    def test_sidebar(self):
        self.find('list-item', _('Customers'))
        self.press('F9')
        self.gone('list-item', _('Customers'))
        self.picture('without-sidebar')
        self.click_on('push-button', _('Sidebar'))
        self.find('list-item', _('Customers'))
        self.close()

    def test_second_start(self):
        """It hands over and ends, and the first window comes to the front."""
        other = self.folder / 'other.velinimet'
        for name in ('Başka Biri', 'Daha Başka Biri'):
            self.done('--book', other, 'add', 'customer', f'name={name}', book=False)
        subprocess.run(['xdotool', 'mousemove', '640', '400'], check=True)
        for arguments, count in (([], 1), (['--page', 'customers'], 1), (['--book', other], 2), ([self.book], 1)):
            with self.subTest(arguments=arguments):
                second = self.launch(*arguments)
                self.wait(lambda: second.poll() is not None, 'the end of the second start')
                self.assertEqual((second.returncode, second.log.read_text()), (0, ''))
                self.see_count(count)
                self.assertEqual(len(self.windows()), 1)
        self.picture('after-others')
        self.close()


class Arguments(driver.TestCase):
    def say(self, *arguments):
        run = self.launch(*arguments)
        return run.wait(driver.PATIENCE), run.log.read_text()

    def test_that_need_no_window(self):
        code, said = self.say('--version')
        self.assertEqual(code, 0)
        self.assertRegex(said, r'^Velinimet \d+\.\d+\.\d+\n$')
        code, said = self.say('--help')
        self.assertEqual(code, 0)
        self.assertIn(_('Show this page (today, customers, deals, tasks), or a card (customer:ID, deal:ID, task:ID)'), said)
        code, said = self.say('--page', 'kitchen')
        self.assertEqual((code, said), (2, (_('There is no page “%s”. There are: %s') % ('kitchen', 'today, customers, deals, tasks')) + '\n'))
        code, said = self.say('--kitchen')
        self.assertEqual(code, 1)

    def test_without_a_display(self):
        run = self.launch('--book', self.book, DISPLAY=None, WAYLAND_DISPLAY=None)
        self.assertEqual(run.wait(driver.PATIENCE), 1)
        self.assertEqual(run.log.read_text(), _('Velinimet needs a display to show its window on, and there is none. '
                                                '“velinimet-cli” works without one.') + '\n')
        self.assertFalse(self.book.exists())

    def test_without_its_settings(self):
        run = self.launch('--book', self.book, GSETTINGS_SCHEMA_DIR=None)
        self.assertEqual(run.wait(driver.PATIENCE), 1)
        self.assertIn('org.velinimet.Velinimet.gschema.xml', run.log.read_text())
        self.assertEqual(run.log.read_text().count('\n'), 1)

    def test_page(self):
        self.add('Ayşe Yılmaz')
        self.open_book('--page', 'customers')
        self.see_count(1)
        self.assertTrue(self.find('list-item', _('Customers')).has('selected'))
        self.close()

    def test_book_is_made(self):
        self.open_book()
        self.see(_('Welcome to Velinimet'))
        self.close()
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})


driver.main()
