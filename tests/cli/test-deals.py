#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deals by the command line: links by name, money, moves and the board."""

import program

TURKISH = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'tr'}


class Deals(program.TestCase):
    def setUp(self):
        super().setUp()
        self.customer = self.add('Işık Mimarlık')['id']

    def deal(self, title='Ev', *more, **options):
        return self.done('add', 'deal', f'title={title}', 'customer=isik mimarlik', *more, **options)

    def stages(self, *args):
        return {stage['name']: stage for stage in self.done('board', *args)['stages']}

    def test_links_by_name(self):
        deal = self.deal('Ev', 'stage=OFFER')
        self.assertEqual((deal['customer'], deal['stage_name'], deal['status']), (self.customer, 'Offer', 'open'))
        other = self.add('Veli')['id']
        self.assertEqual(self.done('set', 'deal', deal['id'], 'customer=VELİ', 'contact= ışık mimarlık ')['contact'], self.customer)
        for where in ('customer=veli', f'customer={other}', 'stage=offer', 'stage=4', 'pipeline=SALES', 'contact=Işık Mimarlık'):
            self.assertEqual(self.done('list', 'deal', '--where', where, '--count'), {'count': 1}, where)
        self.assertEqual(self.done('list', 'deal', '--where', 'lost_reason=', '--count'), {'count': 1})
        self.refused(1, 'add', 'deal', 'title=x', 'customer=Nobody', says='no customer with the id or name “Nobody”')
        self.refused(1, 'add', 'deal', 'title=x', 'customer=5', says='no customer with the id 5')
        self.refused(1, 'list', 'deal', '--where', 'stage=Nowhere', says='“Nowhere”')
        self.refused(2, 'add', 'deal', 'title=x', 'customer=  ', says='customer')

    def test_names_that_several_have(self):
        twins = {self.add('Ali')['id'], self.add('ALİ')['id']}
        for args in (['add', 'deal', 'title=x', 'customer=ali'], ['list', 'deal', '--where', 'customer=ali']):
            message = self.refused(2, *args, says='several')
            for twin in twins:
                self.assertIn(twin, message)
        self.assertEqual(self.done('list', 'deal'), [])

    def test_a_name_of_digits(self):
        digits = self.add('118')['id']
        self.assertEqual(self.done('add', 'deal', 'title=x', 'customer=118')['customer'], digits)

    def test_stage_of_the_own_pipeline_first(self):
        second = self.done('add', 'pipeline', 'name=Freelance')['id']
        offer = self.done('add', 'stage', 'name=Offer', 'pipeline=freelance')['id']
        idea = self.done('add', 'stage', 'name=Idea', 'pipeline=freelance')['id']
        deal = self.deal('Ev', 'stage=Offer')
        self.assertEqual(deal['stage'], '4')
        deal = self.done('set', 'deal', deal['id'], 'stage=idea')
        self.assertEqual((deal['stage'], deal['pipeline']), (idea, second))
        self.assertEqual(self.done('set', 'deal', deal['id'], 'stage=offer')['stage'], offer)
        self.refused(2, 'list', 'deal', '--where', 'stage=offer', says='several')

    def test_money(self):
        for text, amount, currency in (('1.234,56', '1234.56', 'TRY'), ('1,234.56', '1234.56', 'TRY'),
                                       ('₺1.234', '1234.00', 'TRY'), ('12 bin', '12000.00', 'TRY'),
                                       ('$99.5', '99.50', 'USD'), ('1 234,5 EUR', '1234.50', 'EUR'), ('¥500', '500', 'JPY'),
                                       ('0', '0.00', 'TRY')):
            deal = self.deal(text, f'amount={text}')
            self.assertEqual((deal['amount'], deal['currency']), (amount, currency), text)
        self.assertIsNone(self.deal('none')['amount'])
        # Another currency beside it counts more than a sign that several share.
        deal = self.deal('Kanada', 'amount=$1,234.56', 'currency=CAD')
        self.assertEqual((deal['amount'], deal['currency']), ('1234.56', 'CAD'))
        # And that of the record, where neither is said.
        self.assertEqual(self.done('set', 'deal', deal['id'], 'amount=7')['currency'], 'CAD')
        self.assertEqual(self.done('set', 'deal', deal['id'], 'amount=7 EUR')['currency'], 'EUR')
        changes = {change['field']: (change['from'], change['to']) for change in self.done('history')[0]['changes']}
        self.assertEqual(changes['currency'], ('CAD', 'EUR'))
        self.assertIsNone(self.done('set', 'deal', deal['id'], 'amount=')['amount'])

    def test_money_of_the_book(self):
        self.done('add', 'setting', 'name=currency', 'value=EUR')
        deal = self.deal('Ev', 'amount=5')
        self.assertEqual((deal['amount'], deal['currency']), ('5.00', 'EUR'))
        product = self.done('add', 'product', 'name=Kapı', 'price=1.250,5')
        self.assertEqual((product['price'], product['currency']), ('1250.50', 'EUR'))
        self.assertEqual(self.done('show', 'product', product['id']), product)

    def test_money_that_is_none(self):
        for amount in ('çok', '12 elma', '1.2.3,4.5', '5 USD 6 EUR', '1' * 16, '0.001', '-5', '1e5'):
            with self.subTest(amount=amount):
                answer = self.run_cli('add', 'deal', 'title=x', f'customer={self.customer}', f'amount={amount}')
                self.assertIn(answer.code, (1, 2))
                self.assertTrue(answer.err and not answer.out)
        self.refused(2, 'add', 'deal', 'title=x', f'customer={self.customer}', 'amount=5', 'currency=XXL', says='currency')
        self.assertEqual(self.done('list', 'deal'), [])
        # It makes no book, either.
        self.book = self.folder / 'none'
        self.refused(2, 'add', 'product', 'name=x', 'price=çok', says='price')
        self.assertFalse(self.book.exists())
        self.assertEqual(self.done('add', 'product', 'name=x', 'price=5')['currency'], 'TRY')

    def test_money_asked_for(self):
        for amount in ('1000', '1000 USD', '1000 JPY', '999'):
            self.deal(amount, f'amount={amount}')

        def titles(where):
            return [deal['title'] for deal in self.done('list', 'deal', '--where', where)]

        self.assertEqual(sorted(titles('amount=1.000,00')), ['1000', '1000 JPY', '1000 USD'])
        self.assertEqual(titles('amount=$1,000'), ['1000 USD'])
        self.assertEqual(titles('amount=1 bin yen'), ['1000 JPY'])
        self.assertEqual(titles('amount=1000,5'), [])
        self.refused(2, 'list', 'deal', '--where', 'amount=çok', says='amount')

    def test_move(self):
        deal = self.deal('Ev', 'amount=100')
        self.assertEqual(self.done('move', deal['id'], 'Offer')['stage_name'], 'Offer')
        self.assertEqual(self.done('history')[0]['key'], 'Move %s to %s')
        skipped = [(passage['name'], bool(passage['skipped'])) for passage in self.done('list', 'passage', '--sort', 'id')]
        self.assertEqual(skipped, [('Call', False), ('Meeting', True), ('Offer', False)])
        self.assertEqual(self.done('move', 'ev', '3')['stage_name'], 'Meeting')
        won = self.done('move', 'Ev', 'Kazanıldı')
        self.assertEqual((won['status'], won['stage_name'], won['closed'] is not None), ('won', 'Meeting', True))
        again = self.done('move', 'Ev', 'payment')
        self.assertEqual((again['status'], again['stage_name'], again['closed']), ('open', 'Payment', None))
        self.done('undo', '4')
        self.assertEqual(self.done('show', 'deal', deal['id']), deal)

    def test_lost_for_a_reason(self):
        deal = self.deal('Ev')
        there = len(self.done('list', 'lost_reason'))
        lost = self.done('move', 'Ev', 'lost', '--reason', 'too EXPENSIVE')
        self.assertEqual((lost['status'], lost['lost_reason_name']), ('lost', 'Too expensive'))
        self.assertEqual(len(self.done('list', 'lost_reason')), there)
        lost = self.done('move', deal['id'], 'KAYBEDİLDİ', '--reason', ' Bütçe kesildi ')
        self.assertEqual((lost['status'], lost['lost_reason_name']), ('lost', 'Bütçe kesildi'))
        self.assertEqual(len(self.done('list', 'lost_reason')), there + 1)
        self.done('undo')
        self.assertEqual(len(self.done('list', 'lost_reason')), there)
        self.done('undo')
        self.assertIsNone(self.done('move', deal['id'], 'Lost')['lost_reason'])

    def test_what_an_open_deal_has_not(self):
        deal = self.deal('Ev')
        self.refused(2, 'set', 'deal', deal['id'], 'lost_reason=Too expensive', says='lost')
        self.refused(2, 'set', 'deal', deal['id'], 'closed=2026-01-01', says='open')
        self.refused(2, 'add', 'deal', 'title=x', 'customer=Işık Mimarlık', 'lost_reason=Too expensive')
        self.assertEqual(self.done('show', 'deal', deal['id']), deal)
        lost = self.done('set', 'deal', deal['id'], 'status=lost', 'lost_reason=too expensive')
        self.assertEqual((lost['status'], lost['lost_reason_name']), ('lost', 'Too expensive'))
        self.assertIsNone(self.done('set', 'deal', deal['id'], 'lost_reason=')['lost_reason'])
        # It cannot end before it began.
        self.refused(1, 'set', 'deal', deal['id'], 'closed=1999-01-01', says='closed')

    def test_moves_that_are_none(self):
        deal = self.deal('Ev')
        self.done('add', 'pipeline', 'name=Freelance')
        other = self.done('add', 'stage', 'name=Idea', 'pipeline=Freelance')['id']
        for stage in ('Idea', other):
            self.refused(1, 'move', deal['id'], stage, says='“Idea” is a stage of another pipeline')
        self.refused(1, 'move', deal['id'], 'Nowhere', says='“Nowhere”')
        self.refused(1, 'move', 'Yok', 'Offer', says='“Yok”')
        self.refused(1, 'move', deal['id'], '9', says='9')
        for args in ([], ['Ev'], ['Ev', 'Offer', 'more'], ['Ev', 'Offer', '--reason', 'x'], ['Ev', 'won', '--reason', 'x'],
                     ['Ev', 'lost', '--reason']):
            self.refused(2, 'move', *args)
        self.deal('Ev')
        self.refused(2, 'move', 'Ev', 'Offer', says='several')
        self.assertEqual(self.done('show', 'deal', deal['id']), deal)

    def test_board(self):
        board = self.done('board')
        self.assertEqual(list(board), ['pipeline', 'stages', 'won', 'lost'])
        self.assertEqual(board['pipeline'], {'id': '1', 'name': 'Sales'})
        self.assertEqual([stage['name'] for stage in board['stages']], ['Call', 'Meeting', 'Offer', 'Invoice', 'Payment'])
        self.assertEqual(board['stages'][0], {'id': '2', 'name': 'Call', 'count': 0, 'totals': []})
        self.assertEqual(board['lost'], {'count': 0, 'totals': []})
        self.deal('1', 'amount=100', 'stage=Offer')
        self.deal('2', 'amount=50,50', 'stage=Offer', 'probability=10')
        self.deal('3', 'amount=$30', 'stage=Offer')
        self.deal('4', 'stage=Call')
        self.deal('5', 'amount=70', 'stage=Offer', 'status=won')
        self.deal('6', 'amount=80', 'stage=Offer', 'status=lost')
        self.assertEqual(self.stages()['Offer'], {
            'id': '4', 'name': 'Offer', 'count': 3,
            'totals': [{'currency': 'TRY', 'count': 2, 'sum': '150.50', 'weighted': '55.05'},
                       {'currency': 'USD', 'count': 1, 'sum': '30.00', 'weighted': '15.00'}]})
        self.assertEqual(self.stages('sales')['Call']['totals'], [{'currency': 'TRY', 'count': 1, 'sum': '0.00', 'weighted': '0.00'}])
        board = self.done('board', '1')
        self.assertEqual(board['won'], {'count': 1, 'totals': [{'currency': 'TRY', 'count': 1, 'sum': '70.00', 'weighted': '70.00'}]})
        self.assertEqual(board['lost'], {'count': 1, 'totals': [{'currency': 'TRY', 'count': 1, 'sum': '80.00', 'weighted': '0.00'}]})
        # With a rate there is one sum for all.
        self.done('add', 'rate', 'currency=USD', 'home=TRY', 'rate=40000000', 'date=2026-01-01')
        self.assertEqual(self.stages()['Offer']['converted'], {'currency': 'TRY', 'sum': '1350.50', 'weighted': '655.05'})
        self.assertNotIn('converted', self.stages()['Call'])

    def test_board_of_another_pipeline(self):
        self.done('add', 'pipeline', 'name=Freelance')
        self.assertEqual(self.done('board', 'freelance')['stages'], [])
        self.refused(1, 'board', 'Nowhere', says='no pipeline')
        self.refused(2, 'board', 'Sales', 'more')
        self.done('set', 'pipeline', '1', 'archived=yes')
        self.assertEqual(self.done('board')['pipeline']['name'], 'Freelance')

    def test_in_turkish(self):
        if 'Kullanım' not in self.run_cli('--help', env=TURKISH).out:
            self.skipTest('no translations here')
        self.book = self.folder / 'defter'
        self.done('add', 'customer', 'name=Işık Mimarlık', env=TURKISH)
        self.deal('Ev', 'amount=1.234,56', env=TURKISH)
        self.assertEqual(self.done('move', 'Ev', 'Teklif', env=TURKISH)['stage_name'], 'Teklif')
        self.assertEqual(self.done('board', env=TURKISH)['stages'][2],
                         {'id': '4', 'name': 'Teklif', 'count': 1,
                          'totals': [{'currency': 'TRY', 'count': 1, 'sum': '1234.56', 'weighted': '617.28'}]})
        self.assertEqual(self.done('move', 'Ev', 'lost', env=TURKISH)['status'], 'lost')


if __name__ == '__main__':
    program.main()
