#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today, the list of tasks and the calendar: what is done on them by pointer and by keys, and what comes of it in the book."""

import datetime
import re
import time

import velinimet_driver as driver
from velinimet_driver import _, xdotool

TODAY = datetime.date.today()


def day(distance, clock=''):
    return (TODAY + datetime.timedelta(days=distance)).isoformat() + clock


class TestCase(driver.TestCase):
    # Title, when it is due, whose.
    TASKS = (('Sözleşme', day(-2), True), ('Sunum', day(0, 'T23:59'), True), ('Katalog', day(0), False),
             ('Keşif', day(1, 'T09:30'), False), ('Fikirler', '', False))

    def setUp(self):
        super().setUp()
        self.customer = self.add('Işık Mimarlık', 'kind=organisation')['id']
        for title, due, is_theirs in self.TASKS:
            self.done('add', 'task', f'title={title}', *[f'due={due}'] * bool(due),
                      *[f'customer={self.customer}'] * is_theirs)

    def task(self, title):
        return self.done('list', 'task', '--where', f'title={title}')[0]

    def item(self, title):
        """The row of a task, which is called by its title and when it is due."""
        return self.find('list-item', re.compile(re.escape(title) + '(, .*)?$'))

    def see_tasks(self, *titles):
        def shown():
            return [node.name.split(',')[0] for node in self.all('list-item') if node.drawn
                    and node.name.split(',')[0] in [task[0] for task in self.TASKS]]
        self.wait(lambda: shown() == list(titles), lambda: f'{titles}, there are {shown()}')

    def wait_task(self, title, holds, what):
        self.wait(lambda: holds(self.task(title)), lambda: f'{what}: {self.task(title)}')

    def drag(self, title, target):
        x, y = self.point(self.item(title), across=0.4)
        self.carry(x, y, target)

    def carry(self, x, y, target):
        """Drags from there; the target may be what is found only once it has begun."""
        xdotool('mousedown', 1)
        self.addCleanup(xdotool, 'mouseup', 1)
        for step in range(1, 7):
            xdotool('mousemove', x + 3 * step, y + 2 * step)
            time.sleep(0.03)
        if callable(target):
            target = target()
        for step in range(1, 21):
            xdotool('mousemove', round(x + (target[0] - x) * step / 20), round(y + (target[1] - y) * step / 20))
            time.sleep(0.03)
        time.sleep(0.2)
        xdotool('mouseup', 1)


class Today(TestCase):
    def setUp(self):
        super().setUp()
        self.open_book('--page', 'today')
        self.see_tasks('Sözleşme', 'Katalog', 'Sunum', 'Keşif')

    def test_shown(self):
        self.see(_('Overdue'), _('Today'), _('Tomorrow'), re.compile(driver.clock('23:59')), re.compile(driver.clock('09:30')))
        self.check_names()
        self.picture('today')
        self.close()

    def test_ticked_off(self):
        """It goes to what was done today; Undo brings it back; and a second tick opens it again."""
        box = self.find('check-box', 'Katalog')
        self.click(box)
        self.see(_('Done today'))
        self.wait_task('Katalog', lambda task: task['done'], 'done')
        self.click_on('push-button', driver.key('Undo'))
        self.wait_task('Katalog', lambda task: not task['done'], 'open again')
        self.see_tasks('Sözleşme', 'Katalog', 'Sunum', 'Keşif')
        self.close()

    def test_put_off(self):
        """By the menu of the row, with the time of day kept."""
        button = next(node for node in self.item('Sunum').walk() if node.role == 'push-button' and node.name == _('Put off'))
        self.click(button)
        self.click_on('menu-item', _('To tomorrow'))
        self.wait_task('Sunum', lambda task: task['due'] == day(1, 'T23:59'), 'tomorrow, at its time')
        self.close()

    def test_birthday(self):
        """Whose birthday it is can be called, and promised something, without leaving the page."""
        self.done('set', 'customer', self.customer, f'birthday=1980-{TODAY.month:02}-{TODAY.day:02}', 'phone=0532 123 45 67')
        self.find('push-button', driver.c_('customer', 'Call %s') % 'Işık Mimarlık')
        self.picture('birthday')
        self.click_on('push-button', _('New task for %s') % 'Işık Mimarlık')
        self.window(_('New task'))
        self.wait_focus('text', _('New task'))
        self.type('Kutla')
        self.press('Return')
        self.wait(lambda: self.done('list', 'task', '--where', 'title=Kutla'), 'the task')
        self.assertEqual(self.task('Kutla')['customer'], self.customer)
        self.close()

    def test_opened_and_changed(self):
        """A click opens the task; what is changed there is in the book; its customer's card has it too."""
        self.click(self.item('Sunum'), across=0.4)
        dialog = self.window(_('Task'))
        self.find('text', _('Customer'), within=dialog)
        self.check_names(dialog)
        self.picture('task')
        self.click(self.find('text', _('Repeat'), within=dialog))
        self.type({'tr': 'her ay', 'en': 'every month'}[driver.LANGUAGE])
        self.press('Return')
        self.wait_task('Sunum', lambda task: (task['repeat'] or '').startswith('FREQ=MONTHLY'), 'repeated')
        self.press('Escape')
        self.wait_alone()
        self.click_on('label', _('Customers'))
        self.open_card('Işık Mimarlık')
        self.see_tasks('Sözleşme', 'Sunum')
        self.picture('card')
        self.close()

    def test_finished_repeats(self):
        """Finishing what is repeated makes the next one."""
        self.done('set', 'task', self.task('Katalog')['id'], 'repeat=FREQ=DAILY')
        self.click(self.find('check-box', 'Katalog'))
        self.wait(lambda: sorted(task['due'] for task in self.done('list', 'task', '--where', 'title=Katalog'))
                  == [day(0), day(1)], 'the next one')
        self.close()


class List(TestCase):
    def setUp(self):
        super().setUp()
        self.open_book('--page', 'tasks')
        self.see_tasks('Sözleşme', 'Katalog', 'Sunum', 'Keşif', 'Fikirler')

    def test_sections(self):
        self.see(_('Overdue'), _('Today'), _('Tomorrow'), _('Without a date'))
        self.check_names()
        self.picture('list')
        # What is finished elsewhere goes to the end.
        self.done('done', self.task('Sözleşme')['id'])
        self.see_tasks('Katalog', 'Sunum', 'Keşif', 'Fikirler', 'Sözleşme')
        self.see(_('Done'))
        self.gone('label', _('Overdue'))
        self.close()

    def test_many(self):
        """Two are selected, put off, finished and deleted; each time it is one change."""
        self.click(self.item('Sözleşme'), across=0.5)
        self.click(self.item('Fikirler'), across=0.5, keys=('ctrl',))
        self.click_on('push-button', re.compile(_('Put off') + '$'))
        self.click_on('menu-item', _('To tomorrow'))
        self.wait_alone()
        for title in ('Sözleşme', 'Fikirler'):
            self.wait_task(title, lambda task: task['due'] == day(1), 'tomorrow')
        self.press('ctrl+z')
        self.wait_task('Sözleşme', lambda task: task['due'] == day(-2), 'back')
        self.wait_alone()
        self.click_on('push-button', re.compile(_('Finish') + '$'))
        for title in ('Sözleşme', 'Fikirler'):
            self.wait_task(title, lambda task: task['done'], 'done')
        self.click_on('push-button', _('Delete those selected'))
        self.wait(lambda: len(self.done('list', 'task')) == 3, 'the end of both')
        self.press('ctrl+z')
        self.wait(lambda: len(self.done('list', 'task')) == 5, 'both again')
        self.close()

    def test_dragged(self):
        """To the day of another, with a real pointer; Escape lets it fall back."""
        def give_up():
            self.find('label', driver.c_('zone', 'Monday'))
            self.press('Escape')
            self.wait(lambda: not self.all('label', driver.c_('zone', 'Monday')), 'the end of the zones')
            return self.place(self.item('Keşif'), across=0.4)

        due = self.done('list', 'task', '--where', 'title=Sözleşme')[0]['due']
        self.drag('Sözleşme', give_up)
        time.sleep(0.5)
        self.wait_task('Sözleşme', lambda task: task['due'] == due, 'where it was')
        self.drag('Sözleşme', self.place(self.item('Keşif'), across=0.4))
        self.wait_task('Sözleşme', lambda task: task['due'] == day(1), 'tomorrow')
        self.see_tasks('Katalog', 'Sunum', 'Sözleşme', 'Keşif', 'Fikirler')
        self.close()

    def test_dragged_to_zone(self):
        """Days wait for it at the bottom, also one of which there is no heading yet; they go when it is let go."""
        def zone():
            label = self.find('label', driver.c_('zone', 'Monday'))
            time.sleep(0.5)
            self.picture('zones')
            return self.place(label)

        self.drag('Katalog', zone)
        monday = day((7 - TODAY.weekday()) or 7)
        self.wait_task('Katalog', lambda task: task['due'] == monday, 'next Monday')
        self.wait(lambda: not self.all('label', driver.c_('zone', 'Monday')), 'the end of the zones')
        self.press('ctrl+z')
        self.wait_task('Katalog', lambda task: task['due'] == day(0), 'today again')
        self.close()

    def test_searched(self):
        self.press('ctrl+f')
        self.type('isik')
        self.see_tasks('Sözleşme', 'Sunum')
        self.press('Escape')
        self.see_tasks('Sözleşme', 'Katalog', 'Sunum', 'Keşif', 'Fikirler')
        self.close()


class Calendar(TestCase):
    # In the middle of the month, wherever today lies in it.
    SURVEY = re.compile(driver.clock('09:30') + ' Keşif')
    TASKS = (('Keşif', TODAY.replace(day=15).isoformat() + 'T09:30', False), ('Kargo', TODAY.replace(day=16).isoformat(), False))

    def setUp(self):
        super().setUp()
        self.done('set', 'customer', self.customer, f'birthday=1980-{TODAY.month:02}-17')
        self.open_book('--page', 'tasks')
        self.click_on('push-button', _('As a month'))
        self.find('push-button', self.SURVEY)

    def cell(self, number):
        """A day of this month: those of others may have the same number."""
        return next(node for node in self.look().walk()
                    if node.role in ('panel', 'grouping') and node.drawn
                    and re.search(r'\b%d\b.*\b%d\b' % (number, TODAY.year), node.name)
                    and not re.search(r'\b%d\b' % (number + 100), node.name))

    def test_dragged(self):
        """A task is dragged to another day, and keeps its time."""
        x, y = self.point(self.find('push-button', self.SURVEY))
        self.picture('month')
        self.carry(x, y, self.place(self.find('push-button', 'Kargo'), down=3))
        self.wait_task('Keşif', lambda task: task['due'] == TODAY.replace(day=16).isoformat() + 'T09:30', 'the 16th')
        self.press('ctrl+z')
        self.wait_task('Keşif', lambda task: task['due'] == TODAY.replace(day=15).isoformat() + 'T09:30', 'back')
        self.close()

    def test_by_keyboard(self):
        """Alt and the arrows move it by a day and by a week; Enter opens it."""
        # From today, which the pointer may have left.
        self.click(self.cell(20), down=0.8)
        for _step in range(5):
            self.press('Left')
        self.wait(lambda: self.focused() is not None and re.search(r'\b15\b', self.focused().name), 'the 15th')
        self.press('Tab')
        self.wait_focus('push-button', self.SURVEY)
        self.press('alt+Right')
        self.wait_task('Keşif', lambda task: task['due'].startswith(TODAY.replace(day=16).isoformat()), 'the 16th')
        self.wait_focus('push-button', self.SURVEY)
        self.press('alt+Down')
        self.wait_task('Keşif', lambda task: task['due'].startswith(TODAY.replace(day=23).isoformat()), 'the 23rd')
        self.wait_focus('push-button', self.SURVEY)
        self.press('Return')
        self.window(_('Task'))
        self.press('Escape')
        self.wait_alone()
        self.close()

    def test_others(self):
        """A birthday stands on its day, and leads to the card; a week is shown too."""
        birthday = self.find('push-button', _('Birthday: %s') % 'Işık Mimarlık')
        self.check_names()
        self.click_on('push-button', _('As a week'))
        self.picture('week')
        self.click_on('push-button', _('As a month'))
        self.click(self.find('push-button', _('Birthday: %s') % 'Işık Mimarlık'))
        self.find('text', _('What was said'))
        self.close()


driver.main()
