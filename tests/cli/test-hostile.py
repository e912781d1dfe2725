#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and files that mean no good: kept as they are, or refused in a sentence."""

import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import subprocess
import unittest

import program

NAUGHTY = pathlib.Path(os.environ.get('VEL_SHARED_DATA', '/nonexistent')) / 'naughty' / 'blns.json'

OWN = [
    "'; DROP TABLE customer; --", '%_\\', '"', "''", 'NEAR(a b)', 'a AND b OR NOT c', 'name:*', '^a', '-a', '{a b}:c', '(((', ')',
    '*', '+', '"unclosed', 'a" OR "b', '\x01\x02\x1f\x7f', '\u202etxet', '\ufeffbom', '\u200b', 'a\tb', 'a\nb\r\nc', '𝕋𝕖𝕩𝕥', '👩‍👩‍👧',
    'İIıi', '\U0010ffff', '\ufffe', '=1+1', '+1', '-1', '@a', '../../etc/passwd', '%n%s%s', '{"a":1}', '[1]', 'null', 'é' * 5000,
    'x' * 100000, '\\u0000', '&lt;b&gt;<b>', '$(reboot)', '`reboot`', 'ﷺ', '́', 'ﬀ',
]


def naughty():
    if not NAUGHTY.exists():
        return []
    # What argv cannot carry is not tried.
    return [text for text in json.loads(NAUGHTY.read_text()) if text and '\0' not in text and is_utf8(text)]


def is_utf8(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class Texts(program.TestCase):
    def each(self, check, texts):
        """Calls check with every text and its number, some at a time."""
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for _ in pool.map(check, range(len(texts)), texts):
                pass

    def check_verbatim(self, texts):
        """Each text as a name, a title and a note, with marks around it as blanks at the ends are cut off."""
        def check(number, text):
            name = f'n{number}«{text}»'
            record = self.add(name, f'notes=«{text}»', f'title=«{text}»')
            self.assertEqual((record['name'], record['notes'], record['title']), (name, f'«{text}»', f'«{text}»'))

        self.add('first')
        self.each(check, texts)
        shown = {record['name']: record['notes'] for record in self.done('list', 'customer')}
        self.assertEqual(shown, {'first': None} | {f'n{number}«{text}»': f'«{text}»' for number, text in enumerate(texts)})
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def check_asked(self, texts):
        """Each text as what is looked for: it never finds what it should not, and is never more than a text."""
        def check(number, text):
            self.assertLessEqual(set(self.names('--search', text)), {'Ayşe'}, text)
            self.assertEqual(self.names('--where', f'title={text}'), ['Ayşe'] if not text.strip(' \t\r\n\f\v') else [], text)
            if number < 50:
                self.refused(2, 'list', 'customer', '--sort', text)

        self.add('Ayşe', 'notes=nichts')
        self.each(check, texts)
        self.assertEqual(self.names(), ['Ayşe'])

    def test_own(self):
        self.check_verbatim(OWN)

    def test_own_asked(self):
        self.check_asked(OWN)

    @unittest.skipUnless(NAUGHTY.exists(), 'the shared data is not here')
    def test_naughty(self):
        self.check_verbatim(naughty())

    @unittest.skipUnless(NAUGHTY.exists(), 'the shared data is not here')
    def test_naughty_asked(self):
        self.check_asked(naughty())

    def test_found_where_it_stands(self):
        for text in ("O'Brien \"x\"", '100%', 'a_b', 'C:\\yol', 'AND', 'NEAR(a)', 'x*y', '(Ltd.)'):
            self.add(text, f'notes={text} burada')
            self.assertIn(text, self.names('--search', text), text)
            self.assertEqual(self.names('--where', f'name={text}'), [text])

    def test_bytes_that_are_no_text(self):
        for args in (['add', 'customer', b'name=\xff\xfe'], ['list', 'customer', '--search', b'\xff'],
                     ['list', 'customer', '--where', b'name=\xff'], ['list', 'customer', '--sort', b'\xff'], [b'\xff'],
                     ['list', b'\xff'], ['show', 'customer', b'\xff'], ['history', b'\xff', '1']):
            with self.subTest(args=args):
                self.refused(2, *args)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_old_encoding_of_the_locale(self):
        # Where the locale is of before UTF-8, what is typed is in it; C.UTF-8 has none such, and no locale at all means UTF-8.
        record = self.done('add', 'customer', 'name=Işık', env={'LC_ALL': None})
        self.assertEqual(record['name'], 'Işık')
        self.assertEqual(self.names('--search', 'ışık', env={'LC_ALL': 'C'}), ['Işık'])

    def test_lists_of_words_and_own_fields(self):
        """What lies in the book as JSON stays JSON, for the engine reads it, too."""
        self.done('add', 'custom_field', 'name="\x1f\\', 'entity=customer', env=self.add('Ayşe') and None)
        for number, text in enumerate(text for text in OWN if len(text) < 1000):
            with self.subTest(text=text):
                word = f'{number}«{text}»'.translate({ord(mark): '.' for mark in ',;|\n'})
                record = self.add('x', f'tags={word}', f'interests={word}', f'custom."\x1f\\={word}', f'addresses={word}')
                self.assertEqual((record['tags'], record['interests'], record['custom'], record['addresses']),
                                 ([word], [word], {'"\x1f\\': word}, [{'value': word}]))
                for field in ('tags', 'interests', 'custom."\x1f\\', 'addresses'):
                    found = self.done('list', 'customer', '--where', f'{field}={word}')
                    self.assertIn(record, found, field)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_many_words(self):
        ids = [str(number) for number in range(1, 20001)]
        self.add('Ayşe')
        self.refused(1, 'delete', 'customer', *ids)
        self.assertEqual(self.names('--search', ' '.join(ids[:2000])), [])
        self.assertEqual(self.names(*[word for number in range(200) for word in ('--where', 'name=ayse')]), ['Ayşe'])


class Books(program.TestCase):
    """Every command meets every book that is none. It says so, and leaves the file as it was."""

    READING = (['list', 'customer'], ['list', 'customer', '--search', 'ayse'], ['list', 'interaction', '--count'],
               ['show', 'customer', '1'], ['history'], ['check'])
    WRITING = (['add', 'customer', 'name=x'], ['set', 'customer', '1', 'name=x'], ['delete', 'customer', '1'], ['undo'], ['redo'])

    def check_refused(self, says, commands=READING + WRITING, code=1):
        before = self.book.read_bytes() if self.book.is_file() else None
        for args in commands:
            with self.subTest(args=args):
                message = self.refused(code, *args, says=says, out=None if args == ['check'] else '')
                self.assertIn(str(self.book), message)
                self.assertEqual(message.count('\n'), 1)
        if before is not None:
            self.assertEqual(self.book.read_bytes(), before)

    def test_missing(self):
        self.check_refused('no customer book', self.READING + self.WRITING[1:])
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_folder(self):
        self.book.mkdir()
        self.check_refused('a folder or a device')

    def test_below_a_file(self):
        (self.folder / 'file').touch()
        self.book = self.folder / 'file' / 'book'
        self.check_refused('cannot be opened', [['add', 'customer', 'name=x']])

    def test_device(self):
        self.book = pathlib.Path('/dev/zero')
        self.check_refused('a folder or a device')

    def test_rubbish(self):
        self.book.write_bytes(random.Random(1).randbytes(50000))
        self.check_refused('not a customer book')

    def test_text(self):
        self.book.write_text('Ad;Soyad\nAyşe;Işık\n')
        self.check_refused('not a customer book')

    def test_other_database(self):
        self.sql('CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)', "INSERT INTO customer VALUES (1, 'x')")
        self.check_refused('not a customer book')

    def test_newer(self):
        self.add('Ayşe')
        self.sql('PRAGMA user_version=999')
        # Journals of sqlite3, which closed last, are gone; so the file is all there is.
        self.check_refused('newer version')
        self.assertEqual(self.sql('PRAGMA user_version'), [(999,)])
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ['book.velinimet', 'book.velinimet-lock'])

    def test_an_empty_file_becomes_a_book(self):
        self.book.touch()
        self.add('Ayşe')
        self.assertEqual(self.names(), ['Ayşe'])

    def make_full(self):
        for number in range(30):
            self.add(f'Müşteri {number}', 'notes=' + 'uzun bir not ' * 50, 'tags=a,b', f'phone=0532 {number:07}')
        self.done('set', 'customer', self.done('list', 'customer', '--limit', '1')[0]['id'], 'title=x')

    def check_survives(self):
        """No command dies, and none ends well without a document or ill without a sentence."""
        for args in self.READING + self.WRITING:
            answer = self.run_cli(*args)
            self.assertIn(answer.code, (0, 1), (args, answer.err))
            if answer.code == 0:
                json.loads(answer.out)
            else:
                self.assertTrue(answer.err.startswith('velinimet-cli: ') or args == ['check'], answer.err)

    def test_damaged(self):
        self.make_full()
        good = self.book.read_bytes()
        chance = random.Random(2)
        for round_number in range(12):
            damaged = bytearray(good)
            for _ in range(chance.choice((1, 20, 2000))):
                damaged[chance.randrange(100, len(damaged))] = chance.randrange(256)
            with self.subTest(round=round_number):
                self.restore(damaged)
                self.check_survives()

    def test_cut_off(self):
        self.make_full()
        good = self.book.read_bytes()
        for length in (1, 50, 100, 4096, 4097, 8192, len(good) // 2, len(good) - 4096, len(good) - 1):
            with self.subTest(length=length):
                self.restore(good[:length])
                self.check_survives()
        self.restore(good)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_a_page_of_nothing_is_found(self):
        self.make_full()
        good = self.book.read_bytes()
        n_found = 0
        for page in range(1, len(good) // 4096):
            self.restore(good[:page * 4096] + bytes(4096) + good[(page + 1) * 4096:])
            answer = self.run_cli('check')
            if answer.code == 1:
                self.assertFalse(answer.json['ok'])
                self.assertTrue(answer.json['problems'])
                n_found += 1
        self.assertGreater(n_found, len(good) // 4096 // 2)

    def restore(self, content):
        for path in self.folder.iterdir():
            path.unlink()
        self.book.write_bytes(content)

    def test_vanished_between(self):
        self.add('Ayşe')
        self.book.unlink()
        self.refused(1, 'list', 'customer')
        self.assertEqual(self.add('Cem')['name'], 'Cem')
        self.assertEqual(self.names(), ['Cem'])


class Permissions(program.TestCase):
    """As root nothing is forbidden, so these become somebody else."""

    def setUp(self):
        super().setUp()
        self.add('Ayşe')
        self.add('Cem')
        self.user = {}
        if os.geteuid() == 0:
            self.user = {'user': 65534, 'group': 65534, 'extra_groups': []}
            for path in [self.folder, *self.folder.rglob('*')]:
                os.chown(path, 65534, 65534)
        try:
            subprocess.run([program.PROGRAM, '--version'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           check=True, **self.user)
        except (PermissionError, subprocess.CalledProcessError):
            self.skipTest('the program cannot be run by another user')

    def tearDown(self):
        self.folder.chmod(0o700)
        super().tearDown()

    def check_read_only(self):
        before = self.book.read_bytes()
        self.assertEqual(self.names(**self.user), ['Ayşe', 'Cem'])
        self.assertEqual(self.names('--search', 'ayse', **self.user), ['Ayşe'])
        self.assertEqual(len(self.done('history', **self.user)), 2)
        self.assertEqual(self.done('check', **self.user), {'ok': True, 'problems': []})
        for args in (['add', 'customer', 'name=x'], ['delete', 'customer', '1'], ['undo'], ['redo'], ['set', 'customer', '1', 'name=x']):
            with self.subTest(args=args):
                self.refused(1, *args, **self.user)
        self.refused(1, 'add', 'customer', 'name=x', says='only be read', **self.user)
        self.assertEqual(self.book.read_bytes(), before)

    def test_file(self):
        self.book.chmod(0o400)
        self.check_read_only()

    def test_folder(self):
        self.folder.chmod(0o500)
        self.check_read_only()

    def test_both(self):
        self.book.chmod(0o400)
        self.folder.chmod(0o500)
        self.check_read_only()

    def test_not_even_read(self):
        self.book.chmod(0)
        for args in (['list', 'customer'], ['add', 'customer', 'name=x'], ['check'], ['undo']):
            self.refused(1, *args, says='(cannot be opened|only be read)', **self.user)

    def test_no_new_book(self):
        self.folder.chmod(0o500)
        self.book = self.folder / 'new.velinimet'
        self.refused(1, 'add', 'customer', 'name=x', **self.user)
        self.refused(1, 'sample', self.book, book=False, **self.user)


class FullDisk(program.TestCase):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / 'disk'
        self.disk.mkdir()
        mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1M', 'tmpfs', self.disk],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) if shutil.which('mount') else None
        if mounted is None or mounted.returncode != 0:
            self.skipTest('no small disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', self.disk], check=False)
        self.book = self.disk / 'book.velinimet'

    def fill(self):
        with open(self.disk / 'ballast', 'ab', buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass

    def test_nothing_is_lost(self):
        kept = []
        for number in range(1000):
            answer = self.run_cli('add', 'customer', f'name=Müşteri {number:03}', 'notes=' + 'x' * 20000)
            if answer.code != 0:
                break
            kept.append(answer.json['name'])
        self.assertEqual(answer.code, 1)
        self.assertRegex(answer.err, 'disk is full')
        self.assertEqual(answer.err.count('\n'), 1)
        self.fill()
        self.refused(1, 'add', 'customer', 'name=x', 'notes=' + 'y' * 20000, says='disk is full')
        self.assertGreater(len(kept), 2)
        self.assertEqual(self.names(), kept)
        (self.disk / 'ballast').unlink()
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_no_book_on_a_full_disk(self):
        self.fill()
        self.refused(1, 'add', 'customer', 'name=x', says='disk is full')
        self.refused(1, 'sample', self.disk / 'sample', book=False, says='disk is full')
        self.assertEqual([path.name for path in self.disk.iterdir() if path.name.startswith('sample')], [])


program.main()
