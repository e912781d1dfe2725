#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found and in which order, and what is said in Turkish, in whatever locale the machine has."""

import os
import pathlib
import subprocess
import unittest

import program


def known_locales():
    """Those of this machine that set anything, beside the ones that are always there."""
    listed = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout.split()
    folder = pathlib.Path(os.environ.get('LOCPATH', '/nonexistent'))
    more = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted({name for name in listed + more if name.lower().endswith(('utf8', 'utf-8')) and name[:2] != 'C.'})


PLAIN = [{'LC_ALL': 'C'}, {'LC_ALL': 'C.UTF-8'}, {'LC_ALL': None}, {'LC_ALL': 'xx_YY.UTF-8'}, {'LC_ALL': 'de_DE.UTF-8'},
         {'LC_ALL': 'tr_TR.UTF-8'}, {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'tr'}, {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de:en'}]
ALL = PLAIN + [{'LC_ALL': name} for name in known_locales()]
TURKISH = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'tr'}
ORDER = ['Cem', 'Çağlar', 'Dilek', 'Gökçe', 'Ğ', 'Halil', 'Ilgaz', 'Işık', 'İnci', 'Jale', 'Orhan', 'Öztürk', 'Sevgi', 'Şirin',
         'Ulu', 'Ünsal', 'Zeynep']


class Search(program.TestCase):
    def setUp(self):
        super().setUp()
        self.add('Işık Mimarlık', 'phone=0532 123 45 67', 'city=İstanbul', 'tags=vip', 'email=bilgi@isik.example')
        self.add('Öztürk Peyzaj', 'phone=0252 111 22 33', 'city=Muğla', 'notes=Işıkları Ğ harfiyle')

    def test_any_writing_in_any_locale(self):
        for env in ALL:
            for text in ('isik', 'IŞIK', 'Işık', 'ışık', 'ISIK', 'mimar', 'MİMAR', 'sık mim', 'mim ısık', '0532 123 45 67',
                         '+905321234567', '5321234', '4567', '0 (532) 123-45-67', 'istanbul', 'İSTANBUL', 'vip', 'bilgi@isik'):
                with self.subTest(env=env, text=text):
                    self.assertEqual(self.names('--search', text, env=env)[:1], ['Işık Mimarlık'])

    def test_notes_from_the_third_letter(self):
        self.assertEqual(self.names('--search', 'isik'), ['Işık Mimarlık', 'Öztürk Peyzaj'])
        self.assertEqual(self.names('--search', 'harf'), ['Öztürk Peyzaj'])
        self.assertEqual(self.names('--search', 'ha'), [])
        self.assertEqual(self.names('--search', '9999'), [])


class Order(program.TestCase):
    def test_turkish_everywhere(self):
        for name in sorted(ORDER, key=lambda name: name[::-1]):
            self.add(name, f'title={name}')
        for env in ALL:
            with self.subTest(env=env):
                self.assertEqual(self.names(env=env), ORDER)
                self.assertEqual(self.names('--sort', '-name', env=env), ORDER[::-1])
                self.assertEqual(self.names('--sort', 'title', env=env), ORDER)


class Machine(program.TestCase):
    def test_the_same_in_every_locale(self):
        record = self.add('Ayşe', 'size=1234567', 'birthday=31.12.1980', 'phone=0532 123 45 67', 'status=active')
        self.done('add', 'interaction', f'customer={record["id"]}', 'kind=call', 'at=2026-03-01T11:30:00Z', 'minutes=1234')
        for args in (['list', 'customer'], ['list', 'interaction'], ['show', 'customer', record['id']], ['check'],
                     ['list', 'customer', '--count']):
            outs = {self.run_cli(*args, env=env).out for env in ALL}
            self.assertEqual(len(outs), 1, args)
        self.assertIn('"size" : 1234567,', self.run_cli('list', 'customer', env=TURKISH).out)

    def test_typed_in_every_locale(self):
        for env in ALL:
            record = self.add('Işık ĞÜŞİÖÇ', 'birthday=31.12.1980', 'kind=ORGANISATION', 'size=12', env=env)
            self.assertEqual((record['name'], record['birthday'], record['kind'], record['size']),
                             ('Işık ĞÜŞİÖÇ', '1980-12-31', 'organisation', 12))


class Turkish(program.TestCase):
    def setUp(self):
        super().setUp()
        if 'Kullanım' not in self.run_cli('--help', env=TURKISH).out:
            self.skipTest('there are no translations here')

    def test_messages(self):
        self.assertRegex(self.refused(1, 'list', 'customer', env=TURKISH), 'müşteri defteri yok')
        self.assertRegex(self.refused(2, 'frobnicate', env=TURKISH), 'diye bir komut yok')
        self.book.write_text('x' * 5000)
        self.assertRegex(self.refused(1, 'list', 'customer', env=TURKISH), 'müşteri defteri değil')

    def test_labels_are_read_in_both_languages(self):
        for status in ('active', 'Active', 'ACTIVE', 'aktif', 'Aktif', 'AKTİF'):
            answer = self.run_cli('add', 'customer', 'name=x', f'status={status}', env=TURKISH)
            self.assertEqual((answer.code, answer.json['status']), (0, 'active'), answer.err)

    def test_history_speaks_the_language_of_the_reader(self):
        self.add('Ayşe', env=TURKISH)
        english, turkish = self.done('history'), self.done('history', env=TURKISH)
        self.assertEqual((english[0]['label'], turkish[0]['label']), ('Add Ayşe', 'Ayşe eklendi'))
        for entry in english + turkish:
            del entry['label']
        self.assertEqual(english, turkish)

    def test_help_is_complete(self):
        help_text = self.run_cli('--help', env=TURKISH).out
        for english in ('Usage', 'Commands', 'Options', 'Show', 'required', 'Customer', 'FILE'):
            self.assertNotIn(english, help_text)

    def test_sample(self):
        self.done('sample', self.book, book=False, env=TURKISH)
        self.assertEqual(self.done('history', env=TURKISH)[0]['label'], 'Örnek defter')
        self.assertIn('mimar', [record['name'] for record in self.done('list', 'tag')])


@unittest.skipUnless(any(name.startswith('tr_TR') for name in known_locales()), 'this machine has no Turkish locale')
class RealLocale(Turkish):
    """The same without LANGUAGE, as on a Turkish desktop."""

    def run_cli(self, *args, env=None, **options):
        if env == TURKISH:
            env = {'LC_ALL': 'tr_TR.UTF-8', 'LOCPATH': os.environ.get('LOCPATH')}
        return super().run_cli(*args, env=env, **options)


program.main()
