#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of deals and products that go into the book by the command line."""

import os
import pathlib
import unittest

import program

SHARED = pathlib.Path(os.environ.get('VEL_SHARED_DATA', '/nonexistent')) / 'crm-sales'
OWN = pathlib.Path(__file__).parent.parent / 'data' / 'deals'
MEMBERS = ['read', 'blank', 'created', 'updated', 'unchanged', 'rejected', 'encoding', 'separator',
           'without_customer', 'unknown_customers', 'missing_stages', 'new_products', 'new_lost_reasons']


class Deals(program.TestCase):
    def table(self, text, name='firsatlar.csv'):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def take(self, table, *args, **options):
        return self.done('import', '--entity', 'deal', table, *args, **options)

    def counts(self, report):
        return tuple(report[name] for name in ('read', 'created', 'updated', 'unchanged')) + (len(report['rejected']),)

    def deals(self, *args):
        return {deal['title']: deal for deal in self.done('list', 'deal', *args)}

    def customers(self):
        return {self.add('Deniz Optik', 'kind=organisation')['id'], self.add('Çınar Yayınları', 'kind=organisation')['id']}

    def dump(self):
        return {entity: self.done('list', entity) for entity in ('deal', 'customer', 'stage', 'pipeline', 'product',
                                                                 'lost_reason', 'passage', 'tag', 'custom_field')}

    def test_report(self):
        self.customers()
        report = self.take(OWN / 'bad.csv')
        self.assertEqual(list(report), MEMBERS)
        self.assertEqual(self.counts(report), (13, 1, 0, 0, 12))
        told = [(row['row'], row['column'], row['value']) for row in report['rejected']]
        self.assertEqual(told, [(2, 'Tutar', '-5'), (3, 'Tutar', '1234567890123456'), (4, 'Tutar', 'on elma'),
                                (5, 'Başlangıç', '31.02.2026'), (6, 'Kapanış tarihi', '09.10.2026'),
                                (7, 'Kapanış tarihi', '09.10.2026'), (8, 'Olasılık', '140'), (9, 'Durum', 'belki'),
                                (10, 'Müşteri', ''), (11, 'Müşteri', 'Kimse A.Ş.'), (12, 'Aşama', 'Ay'), (14, '', '')])
        self.assertTrue(all(row['reason'] for row in report['rejected']))
        self.assertEqual((report['without_customer'], report['unknown_customers'], report['missing_stages']),
                         (1, ['Kimse A.Ş.'], ['Ay']))
        self.assertEqual(self.deals()['İyi']['amount'], '1234.56')
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_nothing_is_left_of_a_dry_run(self):
        self.customers()
        before = self.dump()
        report = self.take(OWN / 'turkce.csv', '--dry-run', '--create-stages', '--unknown-customers', 'create')
        self.assertEqual(self.counts(report), (4, 4, 0, 0, 0))
        self.assertEqual((report['unknown_customers'], report['missing_stages'], report['new_products'],
                          report['new_lost_reasons']), (['Ayşe Işık'], ['Ruhsat'], ['Boya', 'DuvarKâğıdı'], ['Çok pahalı']))
        self.assertEqual(self.dump(), before)

    def test_turkish_table(self):
        self.customers()
        report = self.take(OWN / 'turkce.csv')
        self.assertEqual(self.counts(report), (4, 2, 0, 0, 2))
        self.assertEqual([row['value'] for row in report['rejected']], ['Ayşe Işık', 'Ruhsat'])
        self.done('undo')
        self.done('add', 'product', 'name=Duvar Kâğıdı', 'price=50')
        before = self.dump()
        self.assertEqual(self.counts(self.take(OWN / 'turkce.csv', '--create-stages', '--unknown-customers', 'create')),
                         (4, 4, 0, 0, 0))
        deals = self.deals()
        house = deals['Ev tadilatı']
        self.assertEqual([house[name] for name in ('customer_name', 'stage_name', 'status', 'amount', 'currency', 'probability',
                                                   'opened', 'expected_close', 'closed', 'owner', 'product_name', 'next_step',
                                                   'code', 'custom')],
                         ['Ayşe Işık', 'Offer', 'open', '1234.56', 'TRY', 40, '2026-10-01', '2026-12-31', None, 'Can', 'Boya',
                          'Keşif', 'F-1', {'Metrekare': '120'}])
        kitchen = deals['Mutfak']
        self.assertEqual([kitchen[name] for name in ('stage_name', 'status', 'amount', 'closed', 'expected_close', 'product_name')],
                         ['Payment', 'won', '12000.00', '2026-09-20', None, 'Duvar Kâğıdı'])
        self.assertEqual([deals['Banyo'][name] for name in ('stage_name', 'status', 'lost_reason_name', 'amount')],
                         ['Payment', 'lost', 'Çok pahalı', '900.00'])
        self.assertEqual([deals['Kış bahçesi'][name] for name in ('stage_name', 'amount', 'currency')], ['Ruhsat', '5000.00', 'USD'])
        self.assertEqual([stage['name'] for stage in self.done('board')['stages']][-2:], ['Payment', 'Ruhsat'])
        ayse, = self.done('list', 'customer', '--where', 'name=Ayşe Işık')
        self.assertEqual((ayse['kind'], ayse['phone']), ('person', '+905320000101'))
        self.assertEqual(self.done('undo')[0]['key'], 'Import %s')
        self.assertEqual(self.dump(), before)
        self.done('redo')
        self.assertEqual(self.deals(), deals)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_other_programs(self):
        self.customers()
        wanted = {
            'hubspot': {'Yaz kataloğu': ('Çınar Yayınları', 'Ece Çınar', 'Offer', 'open', '12500.00', 'TRY', 50, '2026-12-31', None),
                        'Vitrin': ('Deniz Optik', None, 'Payment', 'won', '4000.00', 'USD', 100, None, '2026-09-15'),
                        'Tabela': ('Deniz Optik', None, 'Payment', 'lost', '750.50', 'TRY', 0, None, '2026-09-20')},
            'salesforce': {'Bakım sözleşmesi': ('Çınar Yayınları', None, 'Meeting', 'open', '1250.00', 'TRY', 25, '2026-12-31', None),
                           'Yazıcı': ('Deniz Optik', None, 'Payment', 'won', '980.00', 'TRY', 100, None, '2026-09-15')},
            'pipedrive': {'Logo': ('Çınar Yayınları', 'Ece Çınar', 'Meeting', 'open', '3000.00', 'TRY', None, '2026-12-01', None),
                          'Afiş': ('Deniz Optik', None, 'Offer', 'won', '1500.00', 'TRY', None, '2026-11-01', '2026-10-20'),
                          'Kart': ('Deniz Optik', None, 'Call', 'lost', '200.00', 'TRY', None, None, '2026-10-21')},
            'odoo': {'Broşür': ('Çınar Yayınları', 'Ece Çınar', 'Offer', 'open', '2400.00', 'TRY', 40, '2026-12-20', None),
                     'Kutu': ('Deniz Optik', None, 'Payment', 'won', '900.00', 'TRY', 100, '2026-10-01', None)},
        }
        names = ('customer_name', 'contact_name', 'stage_name', 'status', 'amount', 'currency', 'probability', 'expected_close', 'closed')
        for source, deals in wanted.items():
            with self.subTest(source=source):
                report = self.take(OWN / f'{source}.csv', '--unknown-customers', 'create')
                self.assertEqual(report['rejected'], [])
                found = {title: tuple(deal[name] for name in names) for title, deal in self.deals().items()}
                if source == 'odoo':
                    # It tells no day of closing, which is today's then.
                    self.assertIsNotNone(found['Kutu'][-1])
                    found['Kutu'] = found['Kutu'][:-1] + (None,)
                self.assertEqual(found, deals)
                # Once more, and nothing is new.
                again = self.take(OWN / f'{source}.csv')
                self.assertEqual((again['created'], again['updated'], again['rejected']), (0, 0, []))
                self.assertEqual(self.done('undo')[0]['key'], 'Import %s')
                self.assertEqual(self.deals(), {})
                self.assertEqual(len(self.done('list', 'customer')), 2)

    def test_known_by_its_number(self):
        self.customers()
        self.take(self.table('code,title,customer,stage,amount\nA1,Ev,Deniz Optik,Offer,100\nA2,Ev,Deniz Optik,Call,50\n'))
        first = self.deals('--where', 'code=A1')['Ev']
        report = self.take(self.table('code,title,customer,stage,amount,next step\na1,Ev,Deniz Optik,Invoice,120,Ara\nA2,Ev,Deniz Optik,Call,50,\n'))
        self.assertEqual(self.counts(report), (2, 0, 1, 1, 0))
        after = self.deals('--where', 'code=A1')['Ev']
        self.assertEqual((after['id'], after['stage_name'], after['amount'], after['next_step'], after['code']),
                         (first['id'], 'Invoice', '120.00', 'Ara', 'a1'))
        # What is there has a customer; it need not be told again.
        report = self.take(self.table('code,stage,close date\nA1,Won,2099-01-01\nA3,Call,\n'))
        self.assertEqual(self.counts(report), (2, 0, 1, 0, 1))
        won = self.deals('--where', 'code=a1')['Ev']
        self.assertEqual((won['status'], won['stage_name'], won['closed'], won['title']), ('won', 'Invoice', '2099-01-01', 'Ev'))
        # And it must hold together with what is there already.
        report = self.take(self.table('code,close date\nA1,1999-01-01\n'))
        self.assertEqual((self.counts(report), report['rejected'][0]['row']), ((1, 0, 0, 0, 1), 2))
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_known_by_title_and_customer(self):
        self.customers()
        text = 'title,customer,amount\nEv,Deniz Optik,1\nEv,Deniz Optik,2\nEv,Çınar Yayınları,3\n'
        self.assertEqual(self.counts(self.take(self.table(text))), (3, 3, 0, 0, 0))
        self.assertEqual(self.counts(self.take(self.table(text))), (3, 0, 0, 3, 0))
        self.assertEqual(self.counts(self.take(self.table(text + 'Ev,Deniz Optik,9\n'))), (4, 1, 0, 3, 0))

    def test_customers_by_all_they_are_known_by(self):
        wanted = self.add('Ada', 'email=ada@ornek.example', 'phone=0532 111 22 33')['id']
        twins = [self.add('Can', 'phone=0533 111 22 33')['id'], self.add('Can')['id']]
        table = self.table('title,customer,email,phone,customer id\n'
                           'name,ADA,,,\nemail,,ADA@ornek.example,,\nphone,,,+90 532 111 22 33,\n'
                           f'id,,,,{wanted}\nid as name,{wanted},,,\ntwin,Can,,0533 111 22 33,\nwhich,Can,,,\nno id,,,,77\n'
                           'no mail,,nobody,,\n')
        report = self.take(table)
        self.assertEqual(self.counts(report), (9, 6, 0, 0, 3))
        self.assertEqual([(row['row'], row['column'], row['value']) for row in report['rejected']],
                         [(8, 'customer', 'Can'), (9, 'customer id', '77'), (10, 'email', 'nobody')])
        deals = self.deals()
        self.assertEqual({deals[title]['customer'] for title in ('name', 'email', 'phone', 'id', 'id as name')}, {wanted})
        self.assertEqual(deals['twin']['customer'], twins[0])

    def test_who_is_unknown_is_added_once(self):
        report = self.take(self.table('title,customer,email\nA,Yeni Ltd. Şti.,a@yeni.example\nB,YENİ LTD. ŞTİ.,\nC,,c@tek.example\n'),
                           '--unknown-customers', 'create')
        self.assertEqual((report['created'], report['unknown_customers']), (3, ['Yeni Ltd. Şti.', 'c@tek.example']))
        self.assertEqual([(record['name'], record['kind'], record['email']) for record in self.done('list', 'customer')],
                         [('c@tek.example', 'person', 'c@tek.example'), ('Yeni Ltd. Şti.', 'organisation', 'a@yeni.example')])

    def test_a_company_is_an_organisation(self):
        self.take(self.table('title,company\nA,Bulut\n'), '--unknown-customers', 'create')
        self.take(self.table('title,customer,company\nB,Kaya,Ekip\n', 'more.csv'), '--unknown-customers', 'create')
        self.assertEqual([(record['name'], record['kind']) for record in self.done('list', 'customer')],
                         [('Bulut', 'organisation'), ('Kaya', 'person')])
        self.assertEqual(self.deals()['B']['custom'], {'company': 'Ekip'})

    def test_rows_without_a_customer(self):
        table = self.table('title,customer,amount\nA,,1\nB,,2\n')
        self.assertEqual(self.counts(self.take(table)), (2, 0, 0, 0, 2))
        report = self.take(table, '--no-customer', 'Adsız')
        self.assertEqual((self.counts(report), report['without_customer']), ((2, 2, 0, 0, 0), 2))
        customer, = self.done('list', 'customer')
        self.assertEqual((customer['name'], {deal['customer'] for deal in self.deals().values()}), ('Adsız', {customer['id']}))
        # The next ones go to the same.
        self.take(self.table('title,customer\nC,\n', 'more.csv'), '--no-customer', 'ADSIZ')
        self.assertEqual(len(self.done('list', 'customer')), 1)

    def test_pipelines(self):
        self.customers()
        other = self.done('add', 'pipeline', 'name=Perakende')['id']
        table = self.table('title,customer,pipeline,stage\nA,Deniz Optik,perakende,Sepet\nB,Deniz Optik,Sales,Offer\n'
                           'C,Deniz Optik,Yok,Offer\nD,Deniz Optik,Perakende,Won\n')
        report = self.take(table)
        self.assertEqual([(row['row'], row['column'], row['value']) for row in report['rejected']],
                         [(2, 'stage', 'Sepet'), (4, 'pipeline', 'Yok'), (5, 'stage', 'Won')])
        self.done('undo')
        # All into one, whatever the column says; deals that are closed end in the last stage even before it is named.
        report = self.take(self.table('title,customer,stage\nD,Deniz Optik,Won\nA,Deniz Optik,Sepet\nB,Deniz Optik,Kasa\n'),
                           '--pipeline', 'perakende', '--create-stages')
        self.assertEqual((report['created'], report['missing_stages']), (3, ['Sepet', 'Kasa']))
        deals = self.deals()
        self.assertEqual([(deals[title]['stage_name'], deals[title]['pipeline']) for title in 'ABD'],
                         [('Sepet', other), ('Kasa', other), ('Kasa', other)])

    def test_products(self):
        table = self.table('product,series,sales_price,colour\nKapı,Ahşap,"1.250,50",mavi\nPencere,PVC,$80,\nBalkon,,-5,\n,X,1,\n')
        answer = self.run_cli('import', '--entity', 'product', table)
        self.assertIn('“colour”', answer.err)
        report = answer.json
        self.assertEqual(list(report), MEMBERS[:8])
        self.assertEqual(self.counts(report), (4, 2, 0, 0, 2))
        self.assertEqual([(row['row'], row['column'], row['value']) for row in report['rejected']], [(4, 'sales_price', '-5'), (5, '', '')])
        self.assertEqual([(record['name'], record['category'], record['price'], record['currency'])
                          for record in self.done('list', 'product')],
                         [('Kapı', 'Ahşap', '1250.50', 'TRY'), ('Pencere', 'PVC', '80.00', 'USD')])
        report = self.run_cli('import', '--entity', 'product', self.table('name,price\nKA PI,"1.250,50"\npencere,90\n')).json
        self.assertEqual(self.counts(report), (2, 0, 1, 1, 0))
        self.assertEqual([(record['name'], record['price'], record['currency']) for record in self.done('list', 'product')],
                         [('Kapı', '1250.50', 'TRY'), ('Pencere', '90.00', 'USD')])
        self.done('undo', '2')
        self.assertEqual(self.done('list', 'product'), [])

    def test_money_in_the_currency_of_the_book(self):
        self.customers()
        self.done('add', 'setting', 'name=currency', 'value=EUR')
        self.take(self.table('code,customer,amount\n1,Deniz Optik,5\n2,Deniz Optik,5 TL\n'))
        deals = {deal['code']: (deal['amount'], deal['currency']) for deal in self.done('list', 'deal')}
        self.assertEqual(deals, {'1': ('5.00', 'EUR'), '2': ('5.00', 'TRY')})
        # A sum without a currency is in that of the deal.
        self.take(self.table('code,amount\n2,7\n'))
        self.assertEqual({deal['code']: (deal['amount'], deal['currency']) for deal in self.done('list', 'deal')},
                         {'1': ('5.00', 'EUR'), '2': ('7.00', 'TRY')})

    def test_wrong_usage(self):
        table = self.table('title,customer\nA,B\n')
        for args in (['--unknown-customers', 'perhaps'], ['--no-customer', ' '], ['--map', 'title=nothing'],
                     ['--map', 'title=customer.city'], ['--map', 'title=position'], ['--map', 'title=phones']):
            self.refused(2, 'import', '--entity', 'deal', table, *args)
        for args in (['--create-stages'], ['--pipeline', 'Sales'], ['--no-customer', 'x'], ['--unknown-customers', 'create']):
            self.refused(2, 'import', table, *args, says='for deals')
        self.refused(1, 'import', '--entity', 'deal', table, '--pipeline', 'Yok', says='“Yok”')
        self.assertFalse(self.book.exists())

    def test_map(self):
        self.customers()
        table = self.table('wer,was,wann,wo\nDeniz Optik,Ev,2026-12-01,Offer\n')
        report = self.take(table, '--map', 'wer=customer', '--map', 'was=title', '--map', 'wann=closed.expected', '--map', 'wo=stage')
        self.assertEqual(self.counts(report), (1, 1, 0, 0, 0))
        self.assertEqual(self.deals()['Ev']['expected_close'], '2026-12-01')
        # The next table of this shape goes the same way; a table of customers of that shape does not.
        self.assertEqual(self.counts(self.take(table)), (1, 0, 0, 1, 0))
        self.done('undo')
        self.assertEqual(self.done('import', '--dry-run', table, '--map', 'wer=name')['updated'], 1)

    @unittest.skipUnless(SHARED.is_dir(), 'the shared tables are not here')
    def test_sales_of_a_year(self):
        sales = SHARED / 'a-sales_pipeline.csv'
        self.assertEqual(self.done('import', SHARED / 'a-accounts.csv')['created'], 85)
        self.assertEqual(self.done('import', '--entity', 'product', SHARED / 'a-products.csv')['created'], 7)
        report = self.take(sales)
        self.assertEqual(self.counts(report), (8800, 4238 + 2473, 0, 0, 1589 + 500))
        self.done('undo')
        report = self.take(sales, '--create-stages')
        self.assertEqual((self.counts(report), report['without_customer']), ((8800, 8800 - 1425, 0, 0, 1425), 1425))
        self.assertEqual({(row['column'], row['value'], row['reason']) for row in report['rejected']},
                         {('account', '', 'The row names no customer.')})
        self.done('undo')
        self.done('add', 'pipeline', 'name=Takım')
        before = len(self.done('list', 'customer'))
        report = self.take(sales, '--create-stages', '--pipeline', 'Takım', '--no-customer', 'Without account')
        self.assertEqual((self.counts(report), report['unknown_customers'], report['new_products']), ((8800, 8800, 0, 0, 0), [], []))
        self.assertEqual(len(self.done('list', 'customer')), before + 1)
        board = self.done('board', 'Takım')
        self.assertEqual([(stage['name'], stage['count']) for stage in board['stages']], [('Engaging', 1589), ('Prospecting', 500)])
        self.assertEqual((board['won']['count'], board['won']['totals'][0]['sum'], board['lost']['count']), (4238, '10005534.00', 2473))
        for where, count in (('product=GTX Pro', 1480), ('customer=Without account', 1425), ('customer=Kan-code', 196),
                             ('closed=', 2089), ('status=won', 4238)):
            self.assertEqual(self.done('list', 'deal', '--where', where, '--count'), {'count': count}, where)
        again = self.take(sales, '--pipeline', 'Takım', '--no-customer', 'Without account')
        self.assertEqual(self.counts(again), (8800, 0, 0, 8800, 0))
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.done('undo')
        self.assertEqual(self.done('list', 'deal', '--count'), {'count': 0})
        self.assertEqual(self.done('board', 'Takım')['stages'], [])


if __name__ == '__main__':
    program.main()
