#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The customers as a list and as cards: order, columns, search, filters, selection and what is done to many at once."""

import velinimet_driver as driver
from velinimet_driver import _

PEOPLE = (('Ayşe Yılmaz', 'İzmir', 'active', 'vip'), ('Çağlar Aytaç', 'Muğla', 'potential', 'yeni'),
          ('Işık Mimarlık', 'İstanbul', 'active', 'mimar'), ('İnci Öz', 'Ankara', 'lost', 'vip'),
          ('Öztürk Peyzaj', 'İzmir', 'passive', 'bahçe'), ('Zeynep Ak', 'Adana', 'active', 'yeni'))
# Where the city stands among the fields that can be set for many.
BULK_CITY = 2
NAMES = [person[0] for person in PEOPLE]


class List(driver.TestCase):
    def setUp(self):
        super().setUp()
        for name, city, status, tag in reversed(PEOPLE):
            self.add(name, f'city={city}', f'status={status}', f'tags={tag}')
        self.open_book()
        self.see_rows(NAMES)

    def see_rows(self, names):
        self.wait(lambda: self.rows() == names, lambda: f'{names}, there are {self.rows()}')

    def header(self, title):
        return self.find('label', title, within=next(row for row in self.all('table-row') if row.name not in NAMES))

    def headers(self):
        return self.texts(next(row for row in self.all('table-row') if row.name not in NAMES))

    def test_order(self):
        """A click on a header orders by it, another one the other way round; in the order of Turkish."""
        self.click(self.header(_('Name')))
        self.see_rows(NAMES[::-1])
        self.click(self.header(_('City')))
        by_city = ['Zeynep Ak', 'İnci Öz', 'Işık Mimarlık', 'Ayşe Yılmaz', 'Öztürk Peyzaj', 'Çağlar Aytaç']
        self.see_rows(by_city)
        self.picture('by-city')
        self.click(self.header(_('Name')))
        self.see_rows(NAMES)
        self.close()

    def test_columns(self):
        before = self.headers()
        self.click(self.header(_('City')))
        self.choose_in_header_menu(_('City'), _('Hide column'))
        self.wait(lambda: self.headers() == [title for title in before if title != _('City')], 'no column of cities')
        self.picture('without-city')
        self.choose_in_header_menu(_('Phone'), _('Move to the right'))
        self.wait(lambda: self.headers()[:3] == [_('Name'), _('Status'), _('Phone')], lambda: f'another order: {self.headers()}')
        self.close()

    def choose_in_header_menu(self, column, choice):
        self.click(self.header(column), button=3)
        self.picture('header-menu')
        self.click_on('menu-item', choice)

    def test_search(self):
        for text, names in (('isik', ['Işık Mimarlık']), ('IZMIR', ['Ayşe Yılmaz', 'Öztürk Peyzaj']), ('vip', ['Ayşe Yılmaz', 'İnci Öz'])):
            with self.subTest(text=text):
                self.press('ctrl+f')
                self.type(text)
                self.see_rows(names)
                self.press('Escape')
                self.see_rows(NAMES)
        self.press('ctrl+f')
        self.type('qqq')
        self.see(_('No customer is like that'))
        self.picture('nothing-found')
        self.click_on('push-button', driver.key('Show all customers'))
        self.see_rows(NAMES)
        self.close()

    def test_filter_saved(self):
        """A filter that is saved with a name stands in the sidebar with its count."""
        self.click_on('push-button', _('Add filter'))
        self.picture('fields')
        self.click_on('push-button', _('Status'))
        self.picture('filter')
        self.click_on('check-box', _('Active'))
        self.see_rows(['Ayşe Yılmaz', 'Işık Mimarlık', 'Zeynep Ak'])
        self.press('Escape')
        self.gone('check-box', _('Active'))
        self.check_names()
        self.click_on('push-button', driver.key('Save filter…'))
        self.picture('save')
        self.type('Çalışanlar')
        self.press('Return')
        self.see_count(3, 'Çalışanlar')
        self.picture('saved')
        # It counts on by itself.
        identity = next(record['id'] for record in self.done('list', 'customer') if record['name'] == 'İnci Öz')
        self.done('set', 'customer', identity, 'status=active')
        self.see_count(4, 'Çalışanlar')
        self.see_rows(['Ayşe Yılmaz', 'Işık Mimarlık', 'İnci Öz', 'Zeynep Ak'])
        # And leads back to it.
        self.click_on('list-item', _('Customers'))
        self.see_rows(NAMES)
        self.click_on('list-item', 'Çalışanlar')
        self.see_rows(['Ayşe Yılmaz', 'Işık Mimarlık', 'İnci Öz', 'Zeynep Ak'])
        self.close()

    def test_cards(self):
        """The same search and the same selection, as cards."""
        self.click_on('push-button', _('As cards'))
        grid = self.find('table', _('Customers'))
        self.see(*NAMES, within=grid)
        self.check_names()
        self.picture('cards')
        self.press('ctrl+f')
        self.type('izmir')
        self.wait(lambda: not self.all(name='İnci Öz', within=grid) and self.all(name='Öztürk Peyzaj', within=grid), 'two cards')
        self.picture('cards-found')
        self.click_on('push-button', _('As a list'))
        self.see_rows(['Ayşe Yılmaz', 'Öztürk Peyzaj'])
        self.close()

    def select(self, *names):
        for number, name in enumerate(names):
            row = next(row for row in self.table_rows() if row.name == name)
            self.click(row, across=0.4, keys=('ctrl',) if number else ())
        self.wait(lambda: [row.name for row in self.table_rows() if row.has('selected')] == sorted(names, key=NAMES.index),
                  'the selection')

    def test_many_deleted_and_undone(self):
        self.select('Ayşe Yılmaz', 'İnci Öz', 'Zeynep Ak')
        self.check_names()
        self.picture('selected')
        self.click_on('push-button', _('Delete those selected'))
        self.see_rows(['Çağlar Aytaç', 'Işık Mimarlık', 'Öztürk Peyzaj'])
        self.see_count(3)
        self.picture('deleted')
        # The toast offers to undo it, at once and as one.
        self.click(next(node for node in self.all('push-button', driver.key('Undo')) if node.parent.role != 'frame' and
                        self.texts(node)))
        self.see_rows(NAMES)
        self.assertEqual(self.names(), NAMES)
        self.close()

    def test_many_tagged(self):
        self.select('Çağlar Aytaç', 'Öztürk Peyzaj')
        self.click_on('push-button', _('Add or remove tags of those selected'))
        self.picture('tags')
        self.type('bülten')
        self.press('Return')
        self.wait(lambda: any(node.has('checked') for node in self.all('check-box', 'bülten')), 'a new tag')
        self.click_on('push-button', driver.key('Add'))
        self.wait(lambda: [record['name'] for record in self.done('list', 'customer') if 'bülten' in record['tags']] ==
                  ['Çağlar Aytaç', 'Öztürk Peyzaj'], 'the tag')
        self.picture('tagged')
        self.press('Escape')
        self.done('undo')
        self.wait(lambda: not any('bülten' in text for row in self.table_rows() for text in self.texts(row)), 'no tag')
        self.close()

    def test_many_edited(self):
        self.press('ctrl+a')
        self.wait(lambda: all(row.has('selected') for row in self.table_rows()), 'all selected')
        self.click_on('push-button', _('Edit those selected'))
        self.wait(lambda: len(self.windows()) == 2 or self.all('dialog'), 'what to edit')
        self.picture('edit')
        dialog = self.windows()[-1]
        self.check_names(dialog)
        self.press('Escape')
        self.wait_alone()
        self.assertEqual(len(self.done('history')), len(NAMES))

        # What all of them have from now on, taken back as one.
        before = self.cities()
        self.click_on('push-button', _('Edit those selected'))
        self.window(_('Edit all'))
        self.wait_focus('combo-box', _('Field'))
        self.press('space')
        self.wait(lambda: self.focused() is not None and self.focused().role == 'list-item', 'the fields')
        self.press(*['Down'] * BULK_CITY)
        self.press('Return')
        self.wait_focus('combo-box', _('Field'))
        self.wait(lambda: _('City') in self.texts(self.focused()), lambda: f'the city, not {self.texts(self.focused())}')
        self.press('Tab')
        self.wait(lambda: self.focused() is None or self.focused().role != 'combo-box', 'the focus to go on')
        self.type('Sinop')
        self.picture('city')
        self.press('Return')
        self.wait_alone()
        self.wait(lambda: set(self.cities()) == {'Sinop'}, lambda: f'one city, there are {self.cities()}')
        self.wait(lambda: all('Sinop' in self.texts(row) for row in self.table_rows()), 'the city in all rows')
        self.picture('edited')
        self.done('undo')
        self.assertEqual(self.cities(), before)
        self.wait(lambda: not any('Sinop' in self.texts(row) for row in self.table_rows()), 'the cities as they were')
        self.close()

    def cities(self):
        return [record['city'] for record in self.done('list', 'customer')]


driver.main()
