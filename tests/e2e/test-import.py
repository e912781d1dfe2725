#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window that are no tables, or not quite: what is said of them, and that nothing of them stays."""

import random
import re

import velinimet_driver as driver
from velinimet_driver import _

FOLDER = 'This is a folder. Choose a file in it.'
NO_TEXT = 'This is no text: the file holds bytes that no CSV file has.'


class Import(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.add('Ayşe Yılmaz', 'email=ayse@ornek.example')
        self.open_book()
        self.wait(lambda: self.rows() == ['Ayşe Yılmaz'], 'the list')

    def end_dialog(self, label):
        self.click_on('push-button', driver.key(label), within=self.window(_('Import a file')))
        self.wait_alone()
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.assertEqual(len(self.done('history')), 1)

    def refused(self, file, sentence, name):
        """It is said why FILE cannot be imported, and another can be chosen."""
        self.drop_files(file)
        dialog = self.window(_('Import a file'))
        self.see(_('This file cannot be imported'), sentence, within=dialog)
        self.find('push-button', driver.key('Choose another file…'), within=dialog)
        self.check_names(dialog)
        self.picture(name)
        self.end_dialog('Cancel')

    def test_what_is_no_table(self):
        folder = self.folder / 'folder.csv'
        folder.mkdir()
        self.refused(folder, _(FOLDER), 'folder')
        empty = self.folder / 'empty.csv'
        empty.touch()
        self.refused(empty, _('The file is empty.'), 'empty')
        binary = self.folder / 'binary.csv'
        binary.write_bytes(b'\x89PNG\r\n\x1a\n' + random.Random(1).randbytes(20000))
        self.refused(binary, _(NO_TEXT), 'binary')
        self.close()

    def test_only_a_header(self):
        table = self.folder / 'header.csv'
        table.write_text('Ad;Telefon;E-posta\n')
        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.wait(lambda: self.all(within=dialog, name=_('There is nothing to import')) or
                  self.all(within=dialog, name=_('This file cannot be imported')) or
                  self.all('push-button', driver.key('Continue'), within=dialog), 'what is said of a header')
        self.picture('header')
        if self.all('push-button', driver.key('Continue'), within=dialog):
            self.click_on('push-button', driver.key('Continue'), within=dialog)
            self.see(_('There is nothing to import'), within=dialog)
            self.picture('nothing')
            self.click_on('push-button', driver.key('Back'), within=dialog)
        self.end_dialog('Cancel')
        self.close()

    def test_nothing_to_read(self):
        """What names no file, as when a portal hands nothing over, is not lost without a word."""
        self.drop_files()
        self.see(_('What was dropped cannot be read. Choose the file in the menu, by “Import…”.'))
        self.picture('nothing')
        self.assertEqual(len(self.windows()), 1)
        self.close()

    def test_two_at_once(self):
        tables = [self.folder / name for name in ('a.csv', 'b.csv')]
        for table in tables:
            table.write_text('name\nCem\n')
        self.drop_files(*tables)
        self.see(_('Files are imported one at a time. Choose only one.'))
        self.assertEqual(len(self.windows()), 1)
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.close()

    def test_rejected_rows_and_undo(self):
        """What can be read comes in, what cannot is listed with its reason, and all of it can be taken back."""
        table = self.folder / 'mixed.csv'
        table.write_text('Ad,E-posta,Doğum günü\nCem Ardıç,cem@ornek.example,31.12.1980\n'
                         'Ayşe Yılmaz,ayse@ornek.example,1.2.1990\nKötü Satır,kotu@ornek.example,31.02.1980\n')
        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.click_on('push-button', driver.key('Continue'), within=dialog)
        self.see(_('This is what will be imported'), _('Rejected rows'), re.compile('31.02.1980'),
                 _('Row %1$u, “%2$s”').replace('%1$u', '4').replace('%2$s', 'Doğum günü'), within=dialog)
        self.check_names(dialog)
        self.picture('preview')
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.click_on('push-button', driver.key('Import'), within=dialog)
        self.see(_('Your customers are here'), within=dialog)
        self.picture('done')
        self.assertEqual(self.names(), ['Ayşe Yılmaz', 'Cem Ardıç'])
        self.click_on('push-button', driver.key('Undo'), within=dialog)
        self.see(_('The import was taken back'), within=dialog)
        self.picture('undone')
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.assertIsNone(self.done('list', 'customer')[0]['birthday'])
        self.click_on('push-button', driver.key('Close'), within=dialog)
        self.wait_alone()
        self.wait(lambda: self.rows() == ['Ayşe Yılmaz'], 'the list as it was')
        self.close()

    def test_enter_goes_on(self):
        """A column is sent elsewhere, and Enter goes on to the next page; of who comes back to it, it opens the list."""
        def button(field):
            return _('Column “%1$s” goes to: %2$s').replace('%1$s', 'Kod').replace('%2$s', field)

        table = self.folder / 'codes.csv'
        table.write_text('Ad,Kod\nCem Ardıç,K-7\n')
        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.see(_('What was understood'), within=dialog)
        self.click_on('push-button', button(_('Own field “%s”') % 'Kod'), within=dialog)
        self.type(_('Sector'))
        self.press('Return')
        self.find('push-button', button(_('Sector')), within=dialog)
        self.press('Return')
        self.see(_('This is what will be imported'), within=dialog)

        self.click_on('push-button', driver.key('Back'), within=dialog)
        self.see(_('What was understood'), within=dialog)
        self.click_on('push-button', button(_('Sector')), within=dialog)
        self.type('Renk')
        self.press('Return')
        self.find('push-button', button(_('Own field “%s”') % 'Renk'), within=dialog)
        self.press('shift+Tab')
        self.press('Tab')
        self.press('Return')
        self.type('Boy')
        self.press('Return')
        self.find('push-button', button(_('Own field “%s”') % 'Boy'), within=dialog)
        self.press('Return')
        self.see(_('This is what will be imported'), within=dialog)
        self.click_on('push-button', driver.key('Import'), within=dialog)
        self.see(_('Your customers are here'), within=dialog)
        self.click_on('push-button', driver.key('Close'), within=dialog)
        self.wait_alone()
        self.assertEqual([record['custom'] for record in self.done('list', 'customer')], [None, {'Boy': 'K-7'}])
        self.close()

    def test_cancelled(self):
        """Half way, and nothing was written; what was matched by hand is asked for."""
        table = self.folder / 'good.csv'
        table.write_text('Ad\nCem\n')
        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.click_on('push-button', driver.key('Continue'), within=dialog)
        self.see(_('This is what will be imported'), within=dialog)
        self.press('Escape')
        self.wait(lambda: len(self.windows()) == 1 or self.all(name=_('Leave the import?')) or
                  self.all(name=_('What was understood'), within=dialog), 'an answer to Escape')
        self.picture('escape')
        if self.all(name=_('Leave the import?')):
            self.click_on('push-button', driver.key('Leave'))
        elif len(self.windows()) > 1:
            self.click_on('push-button', driver.key('Cancel'), within=dialog)
        self.wait_alone()
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.close()


    def test_deals(self):
        """A table of deals is known as one; who and what is not in the book yet is added as chosen."""
        table = self.folder / 'deals.csv'
        table.write_text('Başlık;Müşteri;Aşama;Tutar\nOfis;Ayşe Yılmaz;Call;12.500,00\nDepo;Işık Mimarlık;Keşif;4.000,00\n'
                         'Sera;;Call;1.000,00\nKötü;Ayşe Yılmaz;Call;on iki bin\n')
        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.see(_('Deals'), within=dialog)
        self.check_names(dialog)
        self.picture('deals')
        self.click_on('push-button', driver.key('Continue'), within=dialog)
        self.see(_('What the deals speak of'), 'Işık Mimarlık', 'Keşif', within=dialog)
        self.check_names(dialog)
        self.picture('deals-preview')
        self.assertEqual(self.done('list', 'deal'), [])
        self.click_on('push-button', driver.key('Import'), within=dialog)
        self.see(_('Your deals are here'), within=dialog)
        self.picture('deals-done')
        self.click_on('push-button', driver.key('Show them'), within=dialog)
        self.wait(lambda: sorted(self.rows('Deals')) == ['Depo', 'Ofis', 'Sera'], lambda: f'the deals: {self.rows("Deals")}')
        self.picture('deals-shown')
        deals = {deal['title']: deal for deal in self.done('list', 'deal')}
        self.assertEqual({title: (deal['customer_name'], deal['stage_name'], deal['amount']) for title, deal in deals.items()},
                         {'Ofis': ('Ayşe Yılmaz', 'Call', '12500.00'), 'Depo': ('Işık Mimarlık', 'Keşif', '4000.00'),
                          'Sera': (_('Unknown customer'), 'Call', '1000.00')})
        self.done('undo')
        self.wait(lambda: self.done('list', 'deal') == [], 'no deals')
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.close()


driver.main()
