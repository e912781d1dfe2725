#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command: what it does, what it prints, and how it ends."""

import datetime
import pathlib
import re
import stat

import program


class Help(program.TestCase):
    def test_every_command_entity_and_field(self):
        schema = self.done('fields')
        self.assertEqual([entity['name'] for entity in schema][:2], ['customer', 'product'])
        texts = [self.run_cli('--help').out] + [self.run_cli(command, '--help').out
                                                for command in ('list', 'add', 'undo', 'sample')]
        for text in texts:
            for entity in schema:
                self.assertRegex(text, rf'(?m)^  {entity["name"]} \(')
                for field in entity['fields']:
                    self.assertRegex(text, rf'(?m)^    {field["name"]} +{field["type"]} ')
        for command in ('import', 'list', 'show', 'add', 'set', 'delete', 'history', 'undo', 'redo', 'check', 'sample', 'fields'):
            self.assertRegex(texts[0], rf'(?m)^  {command}\b')
            answer = self.run_cli(command, '--help')
            self.assertEqual((answer.code, answer.err), (0, ''))
            self.assertIn(f' {command} ', answer.out)
        self.assertIn('--where', texts[1])

    def test_help_makes_no_book(self):
        self.run_cli('add', '--help')
        self.assertFalse(self.book.exists())

    def test_version(self):
        answer = self.run_cli('--version')
        self.assertRegex(answer.out, r'^velinimet-cli \d+\.\d+')

    def test_man_page_tells_the_same(self):
        page = (pathlib.Path(__file__).parents[2] / 'data' / 'velinimet-cli.1').read_text()
        section = page.split('.SH ENTITIES AND FIELDS')[1].split('\n.SH ')[0]
        told = {}
        for line in section.split('\n'):
            if line.startswith('.SS '):
                told[line[4:]] = fields = []
            match = re.fullmatch(r'\.BR (\w+) " \((.+)\)"', line)
            if match:
                fields.append((match[1], match[2].replace('\\', '').split(', ')))
        wanted = {entity['name']: [(field['name'],
                                    [field['type']] + ['required'] * field['required']
                                    + ['only shown'] * field['read_only'])
                                   for field in entity['fields']]
                  for entity in self.done('fields')}
        self.assertEqual(told, wanted)
        for entity in self.done('fields'):
            for field in entity['fields']:
                if field['choices']:
                    self.assertIn(', '.join(field['choices']), section)
        for command in re.findall(r'(?m)^  (\w+)', self.run_cli('--help').out.split('\n\n')[2].split(':', 1)[1]):
            self.assertRegex(page, rf'(?m)^\.B[IR]? {command}\b')


class Settings(program.TestCase):
    """What is said of fields wrongly is refused with what could be said instead."""

    def test_choices_are_named(self):
        said = self.refused(2, 'add', 'customer', 'name=A', 'status=aktif')
        self.assertIn('Potential, Active, Passive, Lost', said)

    def test_given_twice(self):
        self.assertIn('given twice', self.refused(2, 'add', 'customer', 'name=A', 'name=B'))
        customer = self.add('A', 'tags=eski')['id']
        self.done('set', 'customer', customer, 'tags+=yeni', 'tags-=eski')
        self.assertEqual(self.done('show', 'customer', customer)['tags'], ['yeni'])

    def test_doubts_come_last(self):
        """Nothing is said to be kept that is refused for another field."""
        self.assertNotIn('kept', self.refused(2, 'add', 'customer', 'name=A', 'iban=TR33', 'size=many'))

    def test_own_fields_need_a_book(self):
        self.assertIn('no own fields', self.refused(1, 'add', 'customer', 'name=A', 'custom.Renk=mavi'))

    def test_labels_of_phones(self):
        customer = self.add('A', 'phones=iş: 0212 345 67 89; cep: 0533 111 22 33; mobile: 0532 111 22 33')['id']
        phones = self.done('show', 'customer', customer)['phones']
        self.assertEqual([(phone['label'], phone['value']) for phone in phones],
                         [('iş', '+902123456789'), ('cep', '+905331112233'), ('mobile', '+905321112233')])

    def test_size(self):
        self.assertIn('negative', self.refused(1, 'add', 'customer', 'name=A', 'size=-5'))


class Usage(program.TestCase):
    def test_wrong_usage_is_2(self):
        self.add('Ayşe')
        before = self.book.read_bytes()
        for args in (
                [], ['frobnicate'], ['--frobnicate'], ['list'], ['list', 'customers'], ['list', 'customer', 'more'],
                ['list', 'customer', '--frobnicate'], ['list', 'customer', '--limit', 'many'],
                ['list', 'customer', '--limit', '-1'], ['list', 'customer', '--limit'],
                ['list', 'customer', '--offset', '-1'], ['list', 'customer', '--limit', '99999999999999999999'],
                ['list', 'customer', '--sort', 'colour'], ['list', 'customer', '--sort', ''], ['list', 'customer', '--sort', '-'],
                ['list', 'customer', '--where', 'name'], ['list', 'customer', '--where', '=x'],
                ['list', 'customer', '--where', 'colour=red'], ['list', 'customer', '--where', 'status=sleepy'],
                ['list', 'customer', '--where', 'size=many'], ['list', 'customer', '--where', 'birthday=someday'],
                ['list', 'customer', '--where', 'id=x'], ['list', 'customer', '--where', 'custom.x=1'],
                ['list', 'customer', '--where', 'custom=1'], ['list', 'tag', '--where', 'custom.x=1'],
                ['show'], ['show', 'customer'], ['show', 'customer', 'x'], ['show', 'customer', '0'],
                ['show', 'customer', '-5'], ['show', 'customer', '9223372036854775808'], ['show', 'customer', '1', '2'],
                ['add'], ['add', 'customer'], ['add', 'customer', 'name'], ['add', 'customer', 'name='],
                ['add', 'customer', 'kind=person'], ['add', 'customer', 'name=x', 'colour=red'],
                ['add', 'customer', 'name=x', 'status=sleepy'], ['add', 'customer', 'name=x', 'size=1e9'],
                ['add', 'customer', 'name=x', 'first_contact=2026-01-01'], ['add', 'customer', 'name=x', 'created=2026-01-01'],
                ['add', 'customer', 'name=x', 'email=nobody'], ['add', 'customer', 'name=x', 'birthday=31.02.2026'],
                ['add', 'customer', 'name=x', 'title+=y'], ['add', 'customer', 'name=x', 'custom.y=1'],
                ['add', 'customer', 'name=x', 'custom={}'], ['add', 'interaction', 'kind=call'],
                ['add', 'saved_filter', 'name=x', 'entity=customer', 'query=rubbish'],
                ['add', 'custom_field', 'name=x', 'entity=dragon'],
                ['set', 'customer'], ['set', 'customer', '1'], ['set', 'customer', 'x', 'name=y'],
                ['set', 'customer', '1', 'status='], ['delete', 'customer'], ['delete', 'customer', '1', 'x'],
                ['history', 'customer'], ['history', 'dragon', '1'], ['history', '--limit', '-1'],
                ['history', 'customer', '1', '2'], ['undo', '0'], ['undo', 'all'], ['undo', '1', '2'], ['redo', '-1'],
                ['check', 'more'], ['sample'], ['sample', ''], ['sample', 'a', 'b'], ['fields', 'dragon']):
            with self.subTest(args=args):
                self.refused(2, *args, says='(?m)--help” tells')
        self.assertEqual(self.book.read_bytes(), before)
        self.assertEqual(len(self.done('history')), 1)

    def test_empty_name_of_book(self):
        self.refused(2, '--book', '', 'check', book=False)

    def test_wrong_usage_makes_no_book(self):
        for args in (['add', 'customer', 'colour=red'], ['add', 'customer', 'name=x', 'custom.y=1'], ['add', 'customer']):
            self.run_cli(*args)
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_book_may_stand_behind(self):
        self.add('Ayşe')
        self.assertEqual(self.done('list', 'customer', '--count', '--book', self.book, book=False), {'count': 1})


class Records(program.TestCase):
    def test_add_makes_a_private_book(self):
        record = self.add('Işık Mimarlık', 'kind=organisation')
        self.assertEqual(stat.S_IMODE(self.book.stat().st_mode), 0o600)
        self.assertRegex(record['id'], r'^[1-9]\d+$')
        self.assertEqual(self.done('show', 'customer', record['id']), record)

    def test_default_book(self):
        self.done('add', 'customer', 'name=Ayşe', book=False)
        self.assertTrue((self.folder / 'data' / 'velinimet' / 'book.velinimet').exists())
        self.assertEqual(self.done('list', 'customer', '--count', book=False), {'count': 1})

    def test_shape(self):
        schema = {field['name']: field for field in self.done('fields', 'customer')[0]['fields']}
        record = self.add(
            'Ayşe Yılmaz', 'kind=person', 'status=Active', 'title=Mimar', 'organisation=Işık Mimarlık', 'role=ortak',
            'phones=work: 0212 555 01 01; mobile: 0532 123 45 67', 'emails=ayse@example.com; work: a.yilmaz@firma.example',
            'city=İzmir', 'district=Konak', 'website=firma.example', 'tags=mimar, vip', 'source=Fuar',
            'interests=logo,afiş', 'size=12', 'tax_id=1234567890', 'birthday=31.12', 'notes=bir\niki', 'iban=')
        self.assertEqual(list(record), ['id'] + list(schema))
        self.assertEqual(record | {'id': '', 'created': ''}, {
            'id': '', 'name': 'Ayşe Yılmaz', 'kind': 'person', 'status': 'active', 'title': 'Mimar',
            'organisation': 'Işık Mimarlık', 'organisations': ['Işık Mimarlık'], 'role': 'ortak',
            'phone': '+902125550101',
            'phones': [{'label': 'work', 'value': '+902125550101'}, {'label': 'mobile', 'value': '+905321234567'}],
            'email': 'ayse@example.com',
            'emails': [{'value': 'ayse@example.com'}, {'label': 'work', 'value': 'a.yilmaz@firma.example'}],
            'city': 'İzmir', 'district': 'Konak', 'addresses': [{'district': 'Konak', 'city': 'İzmir'}],
            'website': 'https://firma.example', 'links': [{'value': 'https://firma.example'}],
            'tags': ['mimar', 'vip'], 'source': 'Fuar', 'interests': ['logo', 'afiş'], 'type': None, 'sector': None,
            'size': 12, 'tax_id': '1234567890', 'tax_office': None, 'iban': None, 'birthday': '--12-31',
            'language': None, 'first_contact': None, 'last_contact': None,
            'next_task': None, 'notes': 'bir\niki', 'custom': None,
            'created': ''})
        self.assertRegex(record['created'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')

    def test_links_and_instants(self):
        customer = self.add('Ayşe')
        call = self.done('add', 'interaction', f'customer={customer["id"]}', 'kind=call', 'direction=in',
                         'at=2026-03-01 14:30', 'minutes=7', 'text=Teklifi konuştuk', env={'TZ': 'Europe/Istanbul'})
        self.assertEqual((call['customer'], call['at'], call['minutes']), (customer['id'], '2026-03-01T11:30:00Z', 7))
        customer = self.done('show', 'customer', customer['id'])
        self.assertEqual((customer['first_contact'], customer['last_contact']), (call['at'], call['at']))
        ask = ['list', 'interaction', '--count', '--where']
        self.assertEqual(self.done(*ask, f'customer={customer["id"]}'), {'count': 1})
        self.assertEqual(self.done(*ask, 'at=2026-03-01'), {'count': 1})
        self.assertEqual(self.done(*ask, 'at=01.03.2026'), {'count': 1})
        self.assertEqual(self.done(*ask, 'at=2026-03-02'), {'count': 0})
        self.assertEqual(self.done(*ask, 'at=2026-03-01T11:30:00Z'), {'count': 1})
        self.assertEqual(self.done(*ask, 'minutes=7'), {'count': 1})

    def test_interaction_with_nobody(self):
        self.add('Ayşe')
        self.refused(1, 'add', 'interaction', 'customer=5', 'kind=call', says='no customer with the id 5')
        self.assertEqual(self.done('list', 'interaction'), [])

    def test_warning_keeps_the_value(self):
        answer = self.run_cli('add', 'customer', 'name=Ayşe', 'tax_id=12345678901', 'phone=99')
        self.assertEqual(answer.code, 0)
        self.assertEqual(len(answer.err.strip().split('\n')), 2)
        self.assertEqual((answer.json['tax_id'], answer.json['phone']), ('12345678901', '99'))

    def test_set(self):
        record = self.add('Ayşe', 'tags=a,b', 'title=Mimar', 'phones=0532 123 45 67; 0212 555 01 01')
        changed = self.done('set', 'customer', record['id'], 'title=', 'phone=0533 123 45 67', 'status=lost')
        self.assertEqual((changed['title'], changed['status']), (None, 'lost'))
        self.assertEqual([item['value'] for item in changed['phones']], ['+905331234567', '+902125550101'])
        self.assertEqual(self.done('set', 'customer', record['id'], 'tags+=c,d', 'tags-=A')['tags'], ['b', 'c', 'd'])
        self.assertEqual(self.done('set', 'customer', record['id'], 'tags=')['tags'], None)
        self.refused(1, 'set', 'customer', '123', 'title=x', says='123')
        self.refused(1, 'set', 'tag', record['id'], 'colour=x')

    def test_nothing_to_change(self):
        record = self.add('Ayşe')
        self.assertEqual(self.done('set', 'customer', record['id'], 'name=Ayşe'), record)
        self.assertEqual(len(self.done('history')), 1)

    def test_value_with_equals_and_dashes(self):
        record = self.add('a=b', 'notes=--limit=5', 'title=-')
        self.assertEqual((record['name'], record['notes'], record['title']), ('a=b', '--limit=5', '-'))

    def test_delete(self):
        ids = [self.add(name)['id'] for name in ('Ayşe', 'Barış', 'Cem')]
        self.refused(1, 'delete', 'customer', ids[0], '123')
        self.assertEqual(self.names(), ['Ayşe', 'Barış', 'Cem'])
        self.assertEqual(self.done('delete', 'customer', ids[0], ids[2], ids[0]), {'deleted': [ids[0], ids[2]]})
        self.assertEqual(self.names(), ['Barış'])
        self.refused(1, 'show', 'customer', ids[0], says=ids[0])
        self.assertEqual(len(self.done('undo')), 1)
        self.assertEqual(self.names(), ['Ayşe', 'Barış', 'Cem'])

    def test_own_fields(self):
        self.add('Ayşe')
        self.done('add', 'custom_field', 'name=Alan adı', 'entity=customer')
        record = self.add('Barış', 'custom.alan adı=baris.example')
        self.assertEqual(record['custom'], {'Alan adı': 'baris.example'})
        self.assertEqual(self.names('--where', 'custom.ALAN ADI=BARIS.example'), ['Barış'])
        self.assertEqual(self.names('--sort', '-custom.Alan adı'), ['Barış', 'Ayşe'])
        self.assertEqual(self.done('set', 'customer', record['id'], 'custom.Alan adı=')['custom'], None)

    def test_saved_filter(self):
        query = '{"entity":"customer","filter":{"op":"is","field":"status","values":["active"]}}'
        self.assertEqual(self.done('add', 'saved_filter', 'name=x', 'entity=customer', f'query={query}')['query'], query)


class Lists(program.TestCase):
    def setUp(self):
        super().setUp()
        self.add('Cem', 'city=İzmir', 'tags=vip,mimar', 'size=2', 'status=active', 'phones=0212 555 01 01; 0532 123 45 67')
        self.add('Çağla', 'city=Ankara', 'tags=vip', 'size=10', 'emails=work: cagla@example.com')
        self.add('Ayşe', 'city=izmir')

    def test_empty(self):
        self.assertEqual(self.run_cli('list', 'tag', '--search', 'zzz').out, '[]\n')
        self.assertEqual(self.done('list', 'interaction'), [])

    def test_where(self):
        for where, names in (
                (['city=İZMİR'], ['Ayşe', 'Cem']), (['city=izmir', 'tags=VIP'], ['Cem']), (['tags=mimar,vip'], ['Cem', 'Çağla']),
                (['tags=vip', 'tags=mimar'], ['Cem']), (['tags='], ['Ayşe']), (['status=active'], ['Cem']),
                (['status=Aktif'], None), (['size=10'], ['Çağla']), (['size='], ['Ayşe']), (['name=cagla'], ['Çağla']),
                (['phones=+905321234567'], ['Cem']), (['phones=0532 123 45 6'], []), (['phone=0212 5550101'], ['Cem']),
                (['emails=CAGLA@example.com'], ['Çağla']), (['emails=la@example.com'], []), (['name='], [])):
            with self.subTest(where=where):
                args = [word for condition in where for word in ('--where', condition)]
                if names is None:
                    self.refused(2, 'list', 'customer', *args)
                else:
                    self.assertEqual(self.names(*args), names)
                    self.assertEqual(self.done('list', 'customer', '--count', *args), {'count': len(names)})
        record = self.done('list', 'customer', '--where', 'name=Cem')[0]
        self.assertEqual(self.names('--where', f'id={record["id"]}'), ['Cem'])

    def test_sort_limit_offset(self):
        self.assertEqual(self.names('--sort', 'size'), ['Cem', 'Çağla', 'Ayşe'])
        self.assertEqual(self.names('--sort', '-size'), ['Çağla', 'Cem', 'Ayşe'])
        self.assertEqual(self.names('--sort', '-name'), ['Çağla', 'Cem', 'Ayşe'])
        self.assertEqual(self.names('--sort', 'id'), ['Cem', 'Çağla', 'Ayşe'])
        self.assertEqual(self.names('--limit', '2'), ['Ayşe', 'Cem'])
        self.assertEqual(self.names('--limit', '2', '--offset', '1'), ['Cem', 'Çağla'])
        self.assertEqual(self.names('--offset', '2'), ['Çağla'])
        self.assertEqual(self.names('--offset', '3'), [])
        self.assertEqual(self.names('--limit', '0'), [])
        self.assertEqual(self.names('--limit', '9223372036854775807', '--offset', '9223372036854775807'), [])
        self.assertEqual(self.done('list', 'customer', '--count', '--limit', '1'), {'count': 3})

    def test_is_one_document_of_json(self):
        out = self.run_cli('list', 'customer').out
        self.assertTrue(out.startswith('[\n  {\n    "id" : "'))
        self.assertTrue(out.endswith('\n  }\n]\n'))

    def test_output_that_nobody_takes(self):
        with open('/dev/full', 'wb') as full:
            process = program.subprocess.run([program.PROGRAM, '--book', self.book, 'list', 'customer'], stdout=full,
                                             stderr=program.subprocess.PIPE, env=self.environment(), timeout=program.PATIENCE)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b'could not be written', process.stderr)

    def test_is_written_though_nobody_takes_the_answer(self):
        """Whoever runs the command anew would do it twice: it is said that it was done."""
        said = 'What was asked for has been done all the same'
        for name, end in (('full', '>/dev/full'), ('closed', '>&-'), ('all-closed', '<&- >&-')):
            book = self.folder / f'{name}.velinimet'
            table = self.folder / f'{name}.csv'
            table.write_text('name,email\nCem,cem@example.com\n', encoding='utf-8')

            def run(*args):
                process = program.subprocess.run(['sh', '-c', f'"$@" {end}', 'sh', program.PROGRAM, '--book', book, *args],
                                                 stderr=program.subprocess.PIPE, env=self.environment(),
                                                 timeout=program.PATIENCE)
                self.assertEqual(process.returncode, 1)
                err = process.stderr.decode('utf-8')
                self.assertRegex(err, '^velinimet-cli: The output could not be written: [^\n]+\n')
                return err

            def names():
                return [record['name'] for record in self.done('--book', book, 'list', 'customer', book=False)]

            with self.subTest(name=name):
                self.assertIn(said, run('add', 'customer', 'name=Ayşe'))
                self.assertEqual(names(), ['Ayşe'])
                record = self.done('--book', book, 'list', 'customer', book=False)[0]['id']
                self.assertIn(said, run('set', 'customer', record, 'name=Fatma'))
                self.assertEqual(names(), ['Fatma'])
                # Nothing is written where nothing changes, or was only asked.
                for args in (['set', 'customer', record, 'name=Fatma'], ['list', 'customer'], ['history'], ['check'],
                             ['import', '--dry-run', table], ['--help']):
                    self.assertNotIn(said, run(*args))
                self.assertIn(said, run('undo'))
                self.assertEqual(names(), ['Ayşe'])
                self.assertIn(said, run('redo'))
                self.assertIn(said, run('import', table))
                self.assertEqual(names(), ['Cem', 'Fatma'])
                self.assertIn(said, run('delete', 'customer', record))
                self.assertEqual(names(), ['Cem'])
                self.assertIn(said, run('sample', self.folder / f'{name}-sample.velinimet'))
                self.assertEqual(self.done('--book', book, 'check', book=False), {'ok': True, 'problems': []})


class History(program.TestCase):
    def test_tells_who_what_when(self):
        record = self.add('Ayşe', 'title=Mimar')
        self.done('set', 'customer', record['id'], 'title=Ressam', 'size=3')
        newest, oldest = self.done('history')
        self.assertEqual(list(newest), ['id', 'at', 'who', 'label', 'key', 'args', 'undone', 'rows', 'complete', 'changes'])
        self.assertEqual((newest['key'], newest['args'], newest['label']), ('Edit %s', ['Ayşe'], 'Edit Ayşe'))
        self.assertEqual((oldest['key'], oldest['undone'], oldest['rows']), ('Add %s', False, 1))
        self.assertTrue(newest['who'])
        told = datetime.datetime.fromisoformat(newest['at'].replace('Z', '+00:00'))
        self.assertLess(abs(datetime.datetime.now(datetime.timezone.utc) - told), datetime.timedelta(minutes=5))
        self.assertEqual(newest['changes'], [
            {'entity': 'customer', 'id': record['id'], 'operation': 'update', 'field': 'title', 'from': 'Mimar', 'to': 'Ressam'},
            {'entity': 'customer', 'id': record['id'], 'operation': 'update', 'field': 'size', 'from': None, 'to': 3}])
        self.assertEqual({change['operation'] for change in oldest['changes']}, {'insert'})

    def test_of_a_record_and_limited(self):
        one, other = self.add('Ayşe'), self.add('Barış')
        self.done('delete', 'customer', one['id'])
        self.assertEqual([entry['key'] for entry in self.done('history', 'customer', one['id'])], ['Delete %s', 'Add %s'])
        self.assertEqual([entry['key'] for entry in self.done('history', 'customer', other['id'])], ['Add %s'])
        self.assertEqual(len(self.done('history', '--limit', '2')), 2)
        self.assertEqual(self.done('history', '--limit', '0'), [])
        self.assertEqual(self.done('history', 'customer', '5'), [])

    def test_undo_and_redo_survive(self):
        record = self.add('Ayşe', 'tags=vip', 'organisation=Işık Mimarlık')
        self.done('set', 'customer', record['id'], 'name=Fatma')
        self.done('delete', 'customer', record['id'])
        self.assertEqual(self.names(), ['Işık Mimarlık'])
        undone = self.done('undo')
        self.assertEqual([list(entry) for entry in undone], [['id', 'label', 'key', 'args', 'rows']])
        self.assertEqual(undone[0]['key'], 'Delete %s')
        self.assertEqual(self.names('--where', 'tags=vip'), ['Fatma'])
        self.assertEqual([entry['key'] for entry in self.done('undo', '2')], ['Edit %s', 'Add %s'])
        self.assertEqual(self.names(), [])
        self.refused(1, 'undo')
        self.assertEqual([entry['key'] for entry in self.done('redo', '2')], ['Add %s', 'Edit %s'])
        self.assertEqual(self.done('show', 'customer', record['id'])['name'], 'Fatma')
        self.assertEqual([entry['undone'] for entry in self.done('history')], [True, False, False])
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_as_far_as_it_goes(self):
        self.add('Ayşe')
        answer = self.run_cli('undo', '5')
        self.assertEqual((answer.code, len(answer.json)), (1, 1))
        self.assertEqual(self.names(), [])
        self.refused(1, 'undo', says='nothing to undo')
        self.done('redo')
        self.refused(1, 'redo', says='nothing to redo')


class Files(program.TestCase):
    def test_check(self):
        self.add('Ayşe')
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.sql('DELETE FROM customer_order')
        answer = self.run_cli('check')
        self.assertEqual(answer.code, 1)
        self.assertFalse(answer.json['ok'])
        self.assertEqual(len(answer.json['problems']), 1)

    def test_sample(self):
        self.assertEqual(self.done('sample', self.book, book=False), {'book': str(self.book)})
        self.assertGreater(self.done('list', 'customer', '--count')['count'], 20)
        self.assertEqual([entry['key'] for entry in self.done('history')], ['Sample book'])
        self.refused(1, 'sample', self.book, book=False, says=re.escape(str(self.book)))


program.main()
