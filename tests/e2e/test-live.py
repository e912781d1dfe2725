#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program changes the book while the window shows it: the window shows what it changed."""

import time

import velinimet_driver as driver
from velinimet_driver import _

#: Much longer than the second that it may take, for the machine that tests may be busy.
SECONDS = 5


class Live(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.ids = {name: self.add(name, 'phone=0532 123 45 67')['id'] for name in ('Ayşe Yılmaz', 'Işık Mimarlık', 'Öztürk Peyzaj')}
        self.open_book()
        self.wait(lambda: self.rows() == ['Ayşe Yılmaz', 'Işık Mimarlık', 'Öztürk Peyzaj'], 'the customers')

    def shown_after(self, condition, what):
        """Says how long it took until the window showed it."""
        began = time.monotonic()
        self.wait(condition, what, SECONDS)
        print(f'# shown {1000 * (time.monotonic() - began):.0f} ms after the command line was done: {what}')

    def test_list(self):
        self.done('set', 'customer', self.ids['Işık Mimarlık'], 'city=Kırşehir')
        self.shown_after(lambda: 'Kırşehir' in self.row('Işık Mimarlık'), 'a city')

        self.done('set', 'customer', self.ids['Ayşe Yılmaz'], 'name=Zeynep Yılmaz')
        self.shown_after(lambda: self.rows() == ['Işık Mimarlık', 'Öztürk Peyzaj', 'Zeynep Yılmaz'], 'a name, and its place')

        self.add('Çağlar Aytaç')
        self.shown_after(lambda: self.rows() == ['Çağlar Aytaç', 'Işık Mimarlık', 'Öztürk Peyzaj', 'Zeynep Yılmaz'], 'one more')
        self.see_count(4)

        self.done('delete', 'customer', self.ids['Işık Mimarlık'])
        self.shown_after(lambda: self.rows() == ['Çağlar Aytaç', 'Öztürk Peyzaj', 'Zeynep Yılmaz'], 'one less')
        self.done('undo')
        self.shown_after(lambda: 'Kırşehir' in self.row('Işık Mimarlık'), 'one back')
        self.close()

    def test_many_at_once(self):
        table = self.folder / 'many.csv'
        table.write_text('name\n' + ''.join(f'Müşteri {number:05}\n' for number in range(20000)))
        self.done('import', table)
        self.shown_after(lambda: any('20003' in text.replace('.', '').replace(',', '') for text in self.texts(
            self.find('list-item', _('Customers')))), '20,000 more')
        self.done('undo')
        self.shown_after(lambda: self.rows() == ['Ayşe Yılmaz', 'Işık Mimarlık', 'Öztürk Peyzaj'], '20,000 less')
        self.close()

    def test_card(self):
        self.open_card('Işık Mimarlık')
        identity = self.ids['Işık Mimarlık']
        self.done('set', 'customer', identity, 'city=Kırşehir', 'tags=mimar')
        self.shown_after(lambda: self.all('label', 'Kırşehir') and self.all('label', 'mimar'), 'a city and a tag on the card')
        self.done('add', 'interaction', f'customer={identity}', 'kind=call', 'text=Teklifi beğendi', 'at=2026-03-01T11:30:00Z')
        self.shown_after(lambda: self.all('label', 'Teklifi beğendi'), 'an interaction')
        self.picture('card')
        self.done('delete', 'customer', identity)
        self.shown_after(lambda: self.all('label', _('This customer is not in the book any more')), 'that the customer is gone')
        self.picture('gone')
        self.click_on('push-button', driver.key('Bring back'))
        self.wait(lambda: self.all('label', 'Teklifi beğendi'), 'the customer again')
        self.assertIn('Işık Mimarlık', self.names())
        self.close()


driver.main()
