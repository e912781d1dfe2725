#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a customer: edited where it stands, told why a value is no good; and a new customer by the keyboard alone."""

import re

import velinimet_driver as driver
from velinimet_driver import _

NAMES = ['Ayşe Yılmaz', 'Işık Mimarlık', 'Öztürk Peyzaj']


class Card(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.ids = {name: self.add(name, 'email=bilgi@ornek.example', 'phone=0532 123 45 67', 'city=İzmir')['id'] for name in NAMES}
        self.open_book()
        self.wait(lambda: self.rows() == NAMES, 'the list')

    def value(self, field, name='Işık Mimarlık'):
        return self.done('show', 'customer', self.ids[name])[field]

    def test_edited_where_it_stands(self):
        self.open_card('Işık Mimarlık')
        self.check_names()
        self.picture('card')
        self.click_on('label', 'bilgi@ornek.example')
        self.wait_focus('text')
        self.press('ctrl+a')
        self.type('yeni@isik.example')
        self.press('Tab')
        self.wait(lambda: self.value('email') == 'yeni@isik.example', 'the new e-mail in the book')
        self.see('yeni@isik.example')
        self.undo()
        self.wait(lambda: self.value('email') == 'bilgi@ornek.example', 'the old e-mail in the book')
        self.see('bilgi@ornek.example')
        self.close()

    def undo(self):
        self.click_on('label', _('Contact'))
        self.press('ctrl+z')

    def test_no_good(self):
        """It is said why, what was typed stays, and the book is not touched."""
        self.open_card('Işık Mimarlık')
        self.click_on('label', 'bilgi@ornek.example')
        self.wait_focus('text')
        self.press('ctrl+a')
        self.type('nokta@')
        sentence = _('This is not an e-mail address, such as name@example.com.')
        self.see(sentence)
        self.picture('no-good')
        self.press('Tab')
        self.see(sentence, 'nokta@')
        self.assertEqual(self.value('email'), 'bilgi@ornek.example')
        self.assertEqual(len(self.done('history')), len(NAMES))
        # Escape brings back what was there.
        self.click_on('label', 'nokta@')
        self.wait_focus('text')
        self.press('Escape')
        self.see('bilgi@ornek.example')
        self.gone('label', sentence)
        self.close()

    def test_next_and_previous(self):
        self.open_card('Ayşe Yılmaz')
        for keys, name in (('alt+Down', 'Işık Mimarlık'), ('alt+Down', 'Öztürk Peyzaj'), ('alt+Up', 'Işık Mimarlık')):
            self.press(keys)
            self.wait(lambda: self.title() == name, lambda: f'{name}, there is {self.title()}')
        self.press('alt+Left')
        self.find('tree-table', _('Customers'))
        self.close()

    def title(self):
        """Whose card it is: the first label after the buttons of its header."""
        header = self.find('push-button', _('Next customer'))
        names = [node.name for node in self.window().walk() if node.role in ('label', 'push-button')]
        after = names[names.index(header.name):]
        return next((name for name in after if name in NAMES), None)

    def test_new_by_keyboard(self):
        """Ctrl+N, some words and Tabs; who may be the same person is shown meanwhile."""
        self.press('ctrl+n')
        dialog = self.window(_('New customer'))
        self.type('ayse yilmaz')
        self.see(_('Already here?'), within=dialog)
        self.picture('twins')
        self.press('ctrl+a')
        self.type('Gökçe Işıldar')
        # The organisation is between the name and the phone.
        self.press('Tab', 'Tab')
        self.type('0555 111 22 33')
        self.press('Tab')
        self.type('gokce@ornek.example')
        self.check_names(dialog)
        self.picture('new')
        self.press('ctrl+Return')
        self.wait(lambda: 'Gökçe Işıldar' in self.names(), 'the new customer')
        self.wait(lambda: len(self.windows()) == 1, 'the end of the dialog')
        record = next(record for record in self.done('list', 'customer') if record['name'] == 'Gökçe Işıldar')
        self.assertEqual((record['phone'], record['email']), ('+905551112233', 'gokce@ornek.example'))
        self.see_count(len(NAMES) + 1)
        self.picture('added')
        self.wait_alone()
        self.press('ctrl+z')
        self.see_count(len(NAMES))
        self.close()

    def test_new_deal(self):
        """From the card of a customer, by keyboard from the first letter on; it stands there at once, and goes by undo."""
        self.open_card('Işık Mimarlık')
        self.click_on('label', _('New deal'))
        dialog = self.window(_('New deal'))
        self.type('Ofis tadilatı')
        self.check_names(dialog)
        # The customer is between the title and the amount.
        self.press('Tab', 'Tab')
        self.type('12 bin TL')
        self.picture('new-deal')
        self.press('Return')
        self.wait(lambda: len(self.windows()) == 1, 'the end of the dialog')
        self.see('Ofis tadilatı')
        deal = self.done('list', 'deal')[0]
        self.assertEqual((deal['title'], deal['amount'], deal['customer']), ('Ofis tadilatı', '12000.00', self.ids['Işık Mimarlık']))
        self.picture('deals')
        self.wait_alone()
        # Its own card has opened; back is the customer, who has it.
        self.press('alt+Left')
        self.see(_('Deals'), 'Ofis tadilatı', 'Işık Mimarlık')
        self.press('ctrl+z')
        self.wait(lambda: self.done('list', 'deal') == [], 'the undo')
        self.gone('label', 'Ofis tadilatı')
        self.close()

    def test_typed_when_the_window_goes(self):
        """What can be saved is, before the program ends."""
        self.open_card('Işık Mimarlık')
        self.click_on('label', 'bilgi@ornek.example')
        self.wait_focus('text')
        self.press('ctrl+a')
        self.type('son@isik.example')
        self.see('son@isik.example')
        self.close()
        self.assertEqual(self.value('email'), 'son@isik.example')

    def test_written_when_the_window_goes(self):
        """What cannot be saved by itself is there again."""
        self.open_card('Işık Mimarlık')
        self.press('ctrl+l')
        self.type('yarım kalan bir not')
        self.close()
        self.assertEqual(self.interactions(), [])
        self.open_book()
        self.wait(lambda: self.rows() == NAMES, 'the list')
        self.open_card('Işık Mimarlık')
        self.press('ctrl+l', 'ctrl+Return')
        self.wait(lambda: self.interactions() == ['yarım kalan bir not'], 'what was written')
        self.close()

    def interactions(self):
        return [record['text'] for record in self.done('list', 'interaction')]

    def test_deleted_from_the_card(self):
        self.open_card('Işık Mimarlık')
        self.click_on('push-button', _('More for this customer'))
        self.click_on('menu-item', _('Delete customer'))
        self.wait(lambda: self.rows() == ['Ayşe Yılmaz', 'Öztürk Peyzaj'], 'the list without them')
        self.see(re.compile(re.escape(_('Delete %s') % 'Işık Mimarlık')))
        self.picture('deleted')
        self.click(next(node for node in self.all('push-button', driver.key('Undo')) if self.texts(node)))
        self.wait(lambda: self.rows() == NAMES, 'all of them')
        self.close()


driver.main()
