#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deals as a list: columns, order, filters, what is done to many at once, and what they come to."""

import velinimet_driver as driver
from velinimet_driver import _

# What the list shows from the newest to the oldest.
DEALS = (('Web sitesi', 'Çağlar Aytaç', 'Call', '17200', 'TRY'), ('Katalog', 'Işık Mimarlık', 'Call', '28750', 'TRY'),
         ('Tabela', 'Işık Mimarlık', 'Meeting', '62000', 'TRY'), ('Depo', 'Öztürk Peyzaj', 'Offer', '4000', 'EUR'))
TITLES = [deal[0] for deal in DEALS]


def money(text):
    """An amount as each of the languages writes it."""
    return text.replace(',', '.') if driver.LANGUAGE == 'tr' else text


class Deals(driver.TestCase):
    TABLE = 'Deals'

    def setUp(self):
        super().setUp()
        for name in sorted({deal[1] for deal in DEALS}):
            self.add(name)
        for title, customer, stage, amount, currency in reversed(DEALS):
            self.done('add', 'deal', f'title={title}', f'customer={customer}', f'stage={stage}', f'amount={amount}',
                      f'currency={currency}')
        self.open_book('--page', 'deals')
        self.click_on('push-button', _('As a list'))
        self.see_titles(TITLES)

    def see_titles(self, titles):
        self.wait(lambda: sorted(self.rows()) == sorted(titles), lambda: f'{titles}, there are {self.rows()}')

    def deal(self, title):
        return self.done('list', 'deal', '--where', f'title={title}')[0]

    def header(self, title):
        return self.find('label', title, within=next(row for row in self.all('table-row') if row.name not in TITLES))

    def select(self, *titles):
        for number, title in enumerate(titles):
            self.click(next(row for row in self.table_rows() if row.name == title), across=0.4, keys=('ctrl',) if number else ())
        self.wait(lambda: sorted(row.name for row in self.table_rows() if row.has('selected')) == sorted(titles),
                  'the selection')

    def test_shown(self):
        """What each is, whose, for how much; what all come to; and the board again, on the same deals."""
        self.see('Işık Mimarlık', money('₺28,750'), money('€4,000'), 'Meeting')
        self.wait(lambda: any(money('₺107,950 + €4,000') in label.name for label in self.all('label')), 'the sum of all')
        self.check_names()
        self.picture('list')
        self.click(self.header(_('Amount')))
        self.wait(lambda: self.rows() == ['Depo', 'Web sitesi', 'Katalog', 'Tabela'], lambda: f'by amount: {self.rows()}')
        self.click_on('push-button', _('As a board'))
        self.wait(lambda: self.all('list', 'Offer'), 'the board')
        self.close()
        # It is remembered which of the two.
        self.open_book('--page', 'deals')
        self.wait(lambda: self.all('list', 'Offer'), 'the board')
        self.close()

    def test_search_and_open(self):
        self.press('ctrl+f')
        self.type('isik')
        self.see_titles(['Katalog', 'Tabela'])
        self.wait(lambda: any(money('₺90,750') in label.name for label in self.all('label')), 'the sum of what was found')
        self.press('Escape')
        self.see_titles(TITLES)
        self.press('ctrl+f')
        self.type('depo')
        self.press('Return')
        self.find('push-button', driver.key('Won'))
        self.picture('opened')
        self.close()

    def test_filter_saved(self):
        """A saved filter of deals counts in the sidebar, and leads to the list from anywhere."""
        self.click_on('push-button', _('Add filter'))
        self.click_on('push-button', _('Stage'))
        self.click_on('check-box', 'Call')
        self.see_titles(['Web sitesi', 'Katalog'])
        self.press('Escape')
        self.gone('check-box', 'Call')
        self.click_on('push-button', driver.key('Save filter…'))
        self.type('Aranacaklar')
        self.press('Return')
        self.see_count(2, 'Aranacaklar')
        self.picture('saved')
        self.done('move', self.deal('Tabela')['id'], 'Call')
        self.see_count(3, 'Aranacaklar')
        self.see_titles(['Web sitesi', 'Katalog', 'Tabela'])
        self.click_on('list-item', _('Customers'))
        self.wait(lambda: 'Öztürk Peyzaj' in self.rows('Customers'), 'the customers')
        self.click_on('list-item', 'Aranacaklar')
        self.see_titles(['Web sitesi', 'Katalog', 'Tabela'])
        # The place itself shows all of them.
        self.click_on('list-item', _('Deals'))
        self.see_titles(TITLES)
        self.close()

    def test_many_moved(self):
        """Several deals go to another stage as one change, which Undo takes back."""
        self.select('Web sitesi', 'Katalog')
        self.wait(lambda: self.all('label', money('₺45,950')), 'the sum of what is selected')
        self.picture('selected')
        self.click_on('push-button', _('Edit those selected'))
        self.window(_('Edit all'))
        self.wait_focus('combo-box', _('Field'))
        self.choose(_('Stage'))
        self.press('Tab')
        self.choose('Sales · Payment', of=_('New value'))
        self.picture('stage')
        self.click_on('push-button', driver.key('Apply'))
        self.wait_alone()
        self.wait(lambda: self.deal('Katalog')['stage_name'] == 'Payment', 'the stage')
        self.assertEqual(self.deal('Web sitesi')['stage_name'], 'Payment')
        self.wait(lambda: len([row for row in self.table_rows() if 'Payment' in self.texts(row)]) == 2, 'two rows')
        self.done('undo')
        self.assertEqual(self.deal('Katalog')['stage_name'], 'Call')
        self.close()

    def choose(self, choice, of=None):
        """Chooses in the list that has the focus."""
        self.wait_focus('combo-box', of or _('Field'))
        self.press('space')
        self.wait(lambda: self.focused() is not None and self.focused().role == 'list-item', 'the choices')
        self.press('Home')
        for _step in range(20):
            here = self.focused()
            if choice in self.texts(here):
                break
            self.press('Down')
            self.wait(lambda: self.focused() != here, 'the next choice')
        self.press('Return')
        self.wait(lambda: choice in self.texts(self.focused()), lambda: f'{choice}, not {self.texts(self.focused())}')


driver.main()
