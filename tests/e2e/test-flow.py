#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program is for: from 800 customers in a spreadsheet to the note of a call, in the order in which it is done.

Somebody drops the file on the window, sees what was understood, presses Import,
types "isik", finds Işık Mimarlık, opens the card, writes down that they called
and what was said; undoes it, and redoes it.
"""

import velinimet_driver as driver
from velinimet_driver import _, n_

FIRST = ('Ayşe', 'Çağlar', 'Gökçe', 'Işıl', 'İnci', 'Ömer', 'Şirin', 'Ülkü', 'Zeynep', 'Cem')
LAST = ('Yılmaz', 'Öztürk', 'Çelik', 'Şahin', 'Aydın', 'Güneş', 'Kılıç', 'Doğan')
CITIES = ('İstanbul', 'İzmir', 'Muğla', 'Kırşehir', 'Çanakkale', 'Iğdır', 'Şanlıurfa', 'Uşak')
HEADER = ('Adı Soyadı', 'Telefon', 'E-posta', 'İl', 'Etiketler', 'Notlar')
COUNT = 800
MARKED = 421


def customers():
    for number in range(COUNT):
        name = f'{FIRST[number % 10]} {LAST[number // 10 % 8]} {number:03}'
        if number == MARKED:
            name = 'Işık Mimarlık'
        yield (name, f'0532 {number // 100 + 100} {number % 100:02} {number % 89 + 10}', f'm{number:03}@ornek.example',
               CITIES[number % 8], 'eski' if number % 3 else 'eski, sadık', f'Not {number}; "kırmızı" dosya' if number % 5 == 0 else '')


def quote(cell):
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ';"') else cell


class Flow(driver.TestCase):
    def test_from_the_spreadsheet_to_the_note(self):
        table = self.folder / 'Müşteriler 2026.csv'
        rows = [HEADER, *customers()]
        # As the spreadsheet of a Turkish desktop saves it.
        table.write_bytes(''.join(';'.join(map(quote, row)) + '\r\n' for row in rows).encode('windows-1254'))
        self.open_book()
        self.see(_('Welcome to Velinimet'))

        self.drop_files(table)
        dialog = self.window(_('Import a file'))
        self.see(_('What was understood'), _('Turkish (Windows-1254)'), _('Semicolon (;)'),
                 _('%1$s, %2$s').replace('%1$s', n_('%u row', '%u rows', COUNT) % COUNT)
                 .replace('%2$s', n_('%u column', '%u columns', 6) % 6), *HEADER, within=dialog)
        self.check_names(dialog)
        self.picture('understood')
        self.click_on('push-button', driver.key('Continue'))
        self.see(_('This is what will be imported'), _('Nothing has been written yet.'), str(COUNT),
                 n_('new customer', 'new customers', COUNT), within=dialog)
        self.check_names(dialog)
        self.picture('preview')
        self.assertEqual(self.names('--limit', '1'), [])
        self.click_on('push-button', driver.key('Import'), within=dialog)
        self.see(_('Your customers are here'), within=dialog)
        self.picture('imported')
        self.click_on('push-button', driver.key('Show them'))
        self.wait_alone()
        self.see_count(COUNT)
        self.find('tree-table', _('Customers'))

        # Just typing begins to search.
        self.type('isik')
        self.wait(lambda: self.rows() == ['Işık Mimarlık'], lambda: f'one row, there are {self.rows()}')
        self.check_names()
        self.picture('found')
        self.press('Return')
        self.find('text', _('What was said'))
        self.see('Işık Mimarlık', 'm421@ornek.example')

        self.write_down()
        self.undo_and_redo()
        self.close()
        self.compare()

    def write_down(self):
        said = 'Teklifi beğendiler, sözleşme cuma 10:00'
        self.click_on('push-button', _('Call'))
        self.click_on('text', _('What was said'))
        self.type(said)
        self.picture('typed')
        self.press('ctrl+Return')
        self.wait(lambda: said in self.story(), lambda: f'it in the story {self.story()}')
        self.check_names()
        self.picture('written')
        self.said = said

    def story(self):
        return [text for node in self.all('list', _('Interactions')) for text in self.texts(node)]

    def undo_and_redo(self):
        # In the field that was typed in, this would undo what was typed.
        self.click_on('label', _('Contact'))
        self.press('ctrl+z')
        self.wait(lambda: self.said not in self.story(), 'the end of the note')
        self.assertEqual(self.done('list', 'interaction', '--count'), {'count': 0})
        self.picture('undone')
        self.press('ctrl+shift+z')
        self.wait(lambda: self.said in self.story(), 'the note again')
        self.picture('redone')

    def compare(self):
        """The book holds what the spreadsheet held, and the call."""
        records = {record['name']: record for record in self.done('list', 'customer')}
        self.assertEqual(len(records), COUNT)
        for name, phone, email, city, tags, notes in customers():
            record = records[name]
            self.assertEqual((record['phone'].replace(' ', ''), record['email'], record['city'], record['notes'] or ''),
                             ('+90' + phone.replace(' ', '')[1:], email, city, notes), name)
            self.assertEqual(sorted(record['tags']), sorted(tags.split(', ')), name)
        calls = self.done('list', 'interaction')
        self.assertEqual([(call['kind'], call['customer'], call['text']) for call in calls],
                         [('call', records['Işık Mimarlık']['id'], self.said)])
        self.assertIsNotNone(self.done('show', 'customer', records['Işık Mimarlık']['id'])['last_contact'])
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})


driver.main()
