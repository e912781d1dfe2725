#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that nobody would write by hand, imports that cannot end, and what undo makes of an import."""

import os
import resource
import shutil
import sqlite3
import subprocess
import time
import unittest

import program

# What a change leaves beside the rows: its own story, and where the next id comes from.
NOT_ROWS = ('history', 'history_touch', 'meta')


class Odd(program.TestCase):
    def table(self, text, name='tablo.csv'):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def rows(self, path=None):
        """Every row of every table of the book, the engine's own included, but for history."""
        connection = sqlite3.connect(path or self.book)
        names = [name for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                 if name not in NOT_ROWS and not name.startswith(('long_text', 'sqlite_'))]
        rows = {name: connection.execute(f'SELECT * FROM {name} ORDER BY 1, 2').fetchall() for name in names}
        connection.close()
        return rows

    def unchanged_by_refused_import(self, table, says, *args):
        self.add('Ayşe')
        before = self.rows()
        history = self.done('history')
        self.refused(1, 'import', table, *args, says=says)
        self.assertEqual(self.rows(), before)
        self.assertEqual(self.done('history'), history)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})


class Tables(Odd):
    def test_two_gigabytes(self):
        table = self.table('ad;e-posta\nAyşe;ayse@example.com\n')
        os.truncate(table, 2 << 30)
        begin = time.monotonic()
        self.unchanged_by_refused_import(table, 'large')
        self.assertLess(time.monotonic() - begin, 20)

    def test_five_thousand_columns(self):
        table = self.table('ad;' + ';'.join(f'alan {n}' for n in range(4999)) + '\nAyşe;' + ';'.join('x' * 4999) + '\n')
        self.unchanged_by_refused_import(table, 'columns')

    def test_one_megabyte_in_a_cell(self):
        notes = 'ığdır ' * 170000
        table = self.table(f'ad;notlar;şehir\nAyşe;{notes};Bursa\nCem;kısa;İzmir\n')
        report = self.done('import', table)
        self.assertEqual(report['read'], 2)
        self.assertEqual(report['created'] + len(report['rejected']), 2)
        for row in report['rejected']:
            self.assertTrue(row['reason'])
            self.assertEqual(row['row'], 2)
        if report['created'] == 2:
            self.assertEqual(self.done('list', 'customer', '--where', 'name=Ayşe')[0]['notes'], notes.strip())
        self.assertIn('Cem', self.names())

    def test_nothing_in_the_middle(self):
        table = self.table('ad;şehir\nAy\0şe;Bursa\nCem;İzmir\n'.encode())
        answer = self.run_cli('import', table)
        # The file is no text, or the row is rejected, or what is no character is left out: but no row is cut short.
        if answer.code == 0:
            names = self.names()
            self.assertIn('Cem', names)
            self.assertNotIn('Ay', names)
        else:
            self.assertEqual((answer.code, answer.out), (1, ''))
            self.assertRegex(answer.err, r'^velinimet-cli: .+\n$')

    def test_lines_and_directions_in_names(self):
        names = ['Ali\nVeli', '\u202eAyşe\u202c', 'דוד \u200fכהן', '\u2067محمد\u2069', '=1+1', '+90', '-2', '@x', '<b>&amp;']
        cells = ''.join(f'"{name}";Bursa\r\n' for name in names)
        report = self.done('import', self.table('ad;şehir\r\n' + cells))
        self.assertEqual((report['read'], report['created'], report['rejected']), (len(names), len(names), []))
        self.assertEqual(sorted(self.names()), sorted(names))
        # History tells of each on one line, and turns no words around.
        for name in names:
            self.done('list', 'customer', '--search', name)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_quote_that_never_closes(self):
        rows = ''.join(f'Müşteri {n};"Bursa\n' if n == 3 else f'Müşteri {n};Bursa\n' for n in range(2000))
        answer = self.run_cli('import', self.table('ad;şehir\n' + rows))
        if answer.code == 0:
            report = answer.json
            self.assertTrue(report['rejected'])
            self.assertTrue(all(row['reason'] for row in report['rejected']))
        else:
            self.assertRegex(answer.err, r'^velinimet-cli: .+\n$')


class Disk(Odd):
    def many(self, number):
        return self.table('ad;e-posta;notlar\n' + ''.join(
            f'Müşteri {n};m{n}@example.com;{n} numaralı teklif gönderildi, yanıt bekleniyor.\n' for n in range(number)))

    def test_file_that_may_not_grow(self):
        table = self.many(20000)
        self.add('Ayşe')
        before = self.rows()

        def limit():
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

        answer = self.run_cli('import', table, preexec_fn=limit)
        self.assertEqual((answer.code, answer.out), (1, ''))
        self.assertRegex(answer.err, r'^velinimet-cli: .+\n$')
        self.assertEqual(self.rows(), before)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.assertEqual(self.done('import', table)['created'], 20000)

    def test_full(self):
        disk = self.folder / 'disk'
        disk.mkdir()
        mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=2M', 'tmpfs', disk],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) if shutil.which('mount') else None
        if mounted is None or mounted.returncode != 0:
            self.skipTest('no small disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', disk], check=False)
        self.book = disk / 'book.velinimet'
        self.unchanged_by_refused_import(self.many(20000), 'disk is full')


class Undo(Odd):
    """An import of ten thousand, some of whom were there: back to the very rows, and forth again."""

    def test_the_very_rows(self):
        self.done('sample', self.book, book=False)
        known = [record for record in self.done('list', 'customer') if record['email']][:20]
        self.assertGreater(len(known), 10)
        before = self.rows()
        lines = ['Ad Soyad;E-posta;Cep;Şehir;Notlar;Etiketler;Firma;Boy']
        lines += [f"{record['name']};{record['email']};;Sivas;Yeni not;yeni;Yeni Firma;180" for record in known]
        lines += [f'Kişi {n};kisi{n}@example.com;0532 {n // 10000:03} {n // 100 % 100:02} {n % 100:02};İzmir;Not {n};yeni,eski;'
                  f'Firma {n % 50};{n}' for n in range(10000)]
        report = self.done('import', self.table('\n'.join(lines) + '\n'))
        self.assertEqual(report['created'], 10000)
        self.assertEqual(report['updated'], len(known))
        after = self.rows()
        self.assertEqual(len(after['customer']), len(before['customer']) + 10000 + 51)

        # Each command is a process of its own: the book is closed and opened anew.
        self.done('undo')
        self.assertEqual(self.rows(), before)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.assertEqual(self.names('--search', 'kisi5000@'), [])
        self.done('redo')
        self.assertEqual(self.rows(), after)
        self.assertEqual(self.names('--search', 'kisi5000@'), ['Kişi 5000'])
        self.assertEqual(self.names('--search', 'not 5000'), ['Kişi 5000'])
        self.done('undo')
        self.assertEqual(self.rows(), before)


program.main()
