#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that go into the book by the command line."""

import os
import pathlib
import unittest

import program

SHARED = pathlib.Path(os.environ.get('VEL_SHARED_DATA', '/nonexistent'))
MEMBERS = ['read', 'blank', 'created', 'updated', 'unchanged', 'rejected', 'encoding', 'separator']


class Import(program.TestCase):
    def table(self, text, encoding='utf-8', name='musteriler.csv'):
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def test_report(self):
        table = self.table('Ad Soyad;Cep;Doğum tarihi;Boy\nAyşe Işık;0532 123 45 67;31.12.1980;170\n'
                           'Barış;0533 123 45 67;31.02.1980;\n')
        report = self.done('import', table)
        self.assertEqual(list(report), MEMBERS)
        self.assertEqual((report['read'], report['created'], report['updated'], report['unchanged']), (2, 1, 0, 0))
        self.assertEqual([list(row) for row in report['rejected']], [['row', 'column', 'value', 'reason']])
        self.assertEqual([report['rejected'][0][name] for name in ('row', 'column', 'value')], [3, 'Doğum tarihi', '31.02.1980'])
        self.assertEqual((report['encoding'], report['separator']), ('UTF-8', ';'))
        record = self.done('list', 'customer')[0]
        self.assertEqual((record['name'], record['phone'], record['birthday'], record['custom']),
                         ('Ayşe Işık', '+905321234567', '1980-12-31', {'Boy': '170'}))

    def test_blank_rows_are_told(self):
        table = self.table('name;email\n\nAyşe;ayse@example.com\n;\n  ;\t\nCem;cem at ornek\n\n\n')
        for args in (['--dry-run'], []):
            with self.subTest(args=args):
                report = self.done('import', table, *args)
                self.assertEqual((report['read'], report['blank'], report['created']), (2, 3, 1))
                # A rejected row has the number that a spreadsheet shows.
                self.assertEqual([row['row'] for row in report['rejected']], [6])

    def test_status_that_is_none(self):
        """A mistake among statuses rejects its row; the others are taken for what they are."""
        table = self.table('Ad Soyad;Durum\nAyşe Işık;Aktif\nCem Er;Uykuda\nCan Ak;Potansiyel\n')
        report = self.done('import', table)
        self.assertEqual((report['read'], report['created']), (3, 2))
        self.assertEqual([(row['row'], row['column'], row['value']) for row in report['rejected']], [(3, 'Durum', 'Uykuda')])
        self.assertTrue(report['rejected'][0]['reason'])
        self.assertEqual([(record['name'], record['status'], record['custom']) for record in self.done('list', 'customer')],
                         [('Ayşe Işık', 'active', None), ('Can Ak', 'potential', None)])
        # The words themselves are kept where the column is sent to a field of its own.
        self.assertEqual(self.done('import', table, '--map', 'Durum=custom:Durum')['rejected'], [])

    def test_again_and_back(self):
        table = self.table('name,email,city\nAyşe,ayse@example.com,İzmir\n')
        self.assertEqual(self.done('import', table)['created'], 1)
        self.assertEqual(self.done('import', table)['unchanged'], 1)
        self.table('name,email,city\nAyşe,ayse@example.com,İzmir\nCem,cem@example.com,Bursa\n')
        self.assertEqual(self.done('import', table)['created'], 1)
        self.assertEqual(self.names(), ['Ayşe', 'Cem'])
        self.assertEqual(self.done('undo')[0]['key'], 'Import %s')
        self.assertEqual(self.names(), ['Ayşe'])
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_history_tells_what_came(self):
        table = self.table('name,email,tags\n' + ''.join(f'Kişi {i},k{i}@example.com,vip\n' for i in range(600)) +
                           'Kişi 0,k0@example.com,yeni\n')
        self.assertEqual(self.done('import', table)['created'], 600)
        # So many customers and their tags, two tags, and which column went where.
        entry, = self.done('history')
        self.assertEqual((entry['rows'], entry['complete'], entry['changes']), (600 + 601 + 2 + 1, False, []))
        record = self.done('list', 'customer', '--where', 'name=Kişi 7')[0]

        def came():
            entry = self.done('history', 'customer', record['id'])[-1]
            self.assertEqual((entry['key'], entry['complete']), ('Import %s', True))
            self.assertEqual({(change['id'], change['entity'], change['operation'], change['from'])
                              for change in entry['changes']}, {(record['id'], 'customer', 'insert', None)})
            values = {change['field']: change['to'] for change in entry['changes']}
            self.assertEqual((values['name'], values['emails'], values.get('title')),
                             ('Kişi 7', [{'value': 'k7@example.com'}], None))
            return entry

        came()
        self.done('set', 'customer', record['id'], 'name=Başka', 'title=Mimar', 'email=')
        came()
        self.done('delete', 'customer', record['id'])
        came()
        self.assertEqual(len(self.done('history', 'customer', record['id'])), 3)
        self.assertEqual([entry['key'] for entry in self.done('undo', '3')], ['Delete %s', 'Edit %s', 'Import %s'])
        self.assertEqual(self.names(), [])
        self.assertTrue(came()['undone'])
        self.assertEqual(self.done('history')[-1]['rows'], 600 + 601 + 2 + 1)
        self.assertEqual(self.done('redo')[0]['rows'], 600 + 601 + 2 + 1)
        self.assertFalse(came()['undone'])

    def test_undo_where_a_row_adds_to_one_far_above(self):
        table = self.table('name,email,phone\n' + ''.join(f'Kişi {i},k{i}@example.com,\n' for i in range(600)) +
                           'Kişi 0,k0@example.com,0532 123 45 67\n')
        self.assertEqual(self.done('import', table)['updated'], 1)
        record = self.done('list', 'customer', '--where', 'name=Kişi 0')[0]
        self.assertEqual(record['phone'], '+905321234567')
        values = {change['field']: change['to'] for change in self.done('history', 'customer', record['id'])[0]['changes']}
        self.assertEqual(values['phones'], [{'value': '+905321234567'}])
        rows = self.done('undo')[0]['rows']
        self.assertEqual((rows, self.names()), (601, []))
        self.assertEqual(self.done('redo')[0]['rows'], rows)
        self.assertEqual(self.done('show', 'customer', record['id']), record)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_dry_run_writes_nothing(self):
        table = self.table('name,email\nAyşe,ayse@example.com\n')
        report = self.done('import', table, '--dry-run')
        self.assertEqual((list(report), report['created']), (MEMBERS, 1))
        self.assertEqual(list(self.folder.iterdir()), [table])
        self.add('Cem')
        before = self.done('history')
        self.assertEqual(self.done('import', '--dry-run', table), report)
        self.assertEqual(self.names(), ['Cem'])
        self.assertEqual(self.done('history'), before)

    def test_map(self):
        table = self.table('wer,wo=x,was,rest\nAyşe,İzmir,0532 123 45 67,gizli\n')
        self.done('import', table, '--map', 'wer=name', '--map', 'wo=x=city', '--map', '#3=phones:mobile', '--map', 'rest=')
        record = self.done('list', 'customer')[0]
        self.assertEqual((record['name'], record['city'], record['phones'], record['custom']),
                         ('Ayşe', 'İzmir', [{'label': 'mobile', 'value': '+905321234567'}], None))
        # The next file of this shape goes the same way.
        self.table('wer,wo=x,was,rest\nCem,Bursa,0533 123 45 67,gizli\n')
        self.assertEqual(self.done('import', table)['created'], 1)
        self.assertEqual(self.done('list', 'customer', '--where', 'name=Cem')[0]['city'], 'Bursa')

    def test_encoding_and_separator(self):
        table = self.table('ad|şehir\nIşıl Ğ|İğdır\n', 'cp1254')
        report = self.done('import', table, '--encoding', 'windows-1254', '--separator', '|')
        self.assertEqual((report['encoding'], report['separator']), ('windows-1254', '|'))
        self.assertEqual(self.names(), ['Işıl Ğ'])
        tabs = self.table('ad\tşehir\nCem\tBursa\n', name='a.tsv')
        for separator in ('tab', '\\t', '\t'):
            self.assertEqual(self.done('import', tabs, '--separator', separator, '--dry-run')['separator'], '\t')

    def test_wrong_usage(self):
        table = self.table('name,email\nAyşe,ayse@example.com\n')
        for args in ([], [''], [table, 'more'], [table, '--map'], [table, '--map', 'name'], [table, '--map', 'dragon=name'],
                     [table, '--map', 'name=dragon'], [table, '--map', '#0=name'], [table, '--map', '#3=name'],
                     [table, '--encoding', 'klingon'], [table, '--separator', ''], [table, '--separator', '::'],
                     [table, '--separator', '"'], [table, '--separator', 'ş'], [table, '--entity', 'dragon'],
                     [table, '--entity', 'tag'], [table, '--frobnicate']):
            with self.subTest(args=args):
                self.refused(2, 'import', *args)
        self.assertFalse(self.book.exists())

    def test_what_is_no_table_makes_no_book(self):
        (self.folder / 'folder').mkdir()
        (self.folder / 'rubbish').write_bytes(bytes(range(256)) * 100)
        (self.folder / 'empty.csv').touch()
        for name in ('folder', 'rubbish', 'empty.csv', 'missing.csv'):
            with self.subTest(name=name):
                self.refused(1, 'import', self.folder / name)
        self.assertFalse(self.book.exists())

    def test_only_a_header(self):
        """Nothing can be done with it, and it is said; with or without a book, tried or done."""
        table = self.table('name;email\n')
        for args in (['--dry-run'], [], ['--dry-run']):
            with self.subTest(args=args):
                answer = self.run_cli('import', table, *args)
                self.assertEqual((answer.code, answer.json['read'], answer.json['rejected']), (0, 0, []))
                self.assertRegex(answer.err, '^velinimet-cli: There is nothing to import: [^\n]*\n$')
        self.assertEqual(self.done('history'), [])

    def test_name_of_file_need_not_be_text(self):
        path = os.fsencode(self.folder) + b'/m\xfc\xfeteri.csv'
        with open(path, 'wb') as file:
            file.write('name,email\nAyşe,ayse@example.com\n'.encode())
        self.assertEqual(self.done('import', path)['created'], 1)
        self.assertEqual(len(self.done('history')), 1)

    def test_formulas_are_text(self):
        table = self.table('name,notes\n=1+1,"=HYPERLINK(""x"")"\n@SUM(A1),+1\n-2,-1+1\n')
        self.assertEqual(self.done('import', table)['created'], 3)
        self.assertEqual(sorted(self.names()), ['-2', '=1+1', '@SUM(A1)'])

    @unittest.skipUnless(SHARED.is_dir(), 'the shared data is not here')
    def test_shared_blank_rows(self):
        for name, rows, blank in (('csv-conformance/clevercsv/airedale.csv', 55, 1),
                                  ('csv-conformance/clevercsv/milk.csv', 380, 1),
                                  ('crm-export/hubspot_companies.csv', 200, 0)):
            with self.subTest(name=name):
                report = self.done('import', SHARED / name, '--dry-run')
                self.assertEqual((report['read'] + report['blank'], report['blank']), (rows, blank))

    @unittest.skipUnless(SHARED.is_dir(), 'the shared data is not here')
    def test_shared_tables(self):
        tables = sorted(path for folder in ('contacts-csv', 'crm-export', 'csv-conformance', 'encoding-tr', 'derived-encodings')
                        for path in (SHARED / folder).rglob('*') if path.suffix in ('.csv', '.tsv', '.txt'))
        self.assertGreater(len(tables), 20)
        for table in tables:
            with self.subTest(table=table.relative_to(SHARED)):
                answer = self.run_cli('import', table, '--dry-run')
                if answer.code == 1:
                    self.assertEqual(answer.out, '')
                    self.assertRegex(answer.err, r'^velinimet-cli: .+\n$')
                    continue
                self.assertEqual(answer.code, 0)
                report = answer.json
                self.assertEqual(list(report), MEMBERS)
                self.assertEqual(report['read'], report['created'] + report['updated'] + report['unchanged']
                                 + len(report['rejected']))
                for row in report['rejected']:
                    self.assertTrue(row['reason'] and row['row'] > 0)


program.main()
