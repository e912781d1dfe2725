#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board: cards that are dragged by a real pointer, and moved by the keyboard; what comes of it in the book."""

import re
import time

import velinimet_driver as driver
from velinimet_driver import _, xdotool

DEALS = (('Web sitesi', 'Call', '17200'), ('Katalog', 'Call', '28750'), ('Tabela', 'Call', '62000'),
         ('Depo', 'Meeting', '210000'), ('Ofis', 'Offer', '150000'), ('Sera', 'Offer', '96000'))


class Board(driver.TestCase):
    def setUp(self):
        super().setUp()
        self.add('Işık Mimarlık')
        # The book is made by a command line that speaks English; its stages are the user's text.
        for title, stage, amount in reversed(DEALS):
            self.done('add', 'deal', f'title={title}', 'customer=Işık Mimarlık', f'stage={stage}', f'amount={amount}')
        self.open_book('--page', 'deals')
        self.see_cards('Call', 'Web sitesi', 'Katalog', 'Tabela')
        self.see_cards('Offer', 'Ofis', 'Sera')

    def items(self, stage):
        return [item for view in self.all('list', stage) for item in view.children if item.drawn]

    def cards(self, stage):
        return [item.name.split(',')[0] for item in self.items(stage)]

    def card(self, title):
        return self.find('list-item', re.compile(re.escape(title) + ', .*'))

    def see_cards(self, stage, *titles):
        self.wait(lambda: self.cards(stage) == list(titles), lambda: f'{titles} in {stage}, there are {self.cards(stage)}')

    def deal(self, title):
        return self.done('list', 'deal', '--where', f'title={title}')[0]

    def see_figures(self, *texts):
        """What the heads of the columns, or the line above the board, say."""
        self.see(*texts)

    def lift(self, title):
        """Takes a card with the pointer and moves it a little; where the pointer is then."""
        x, y = self.point(self.card(title))
        xdotool('mousedown', 1)
        self.addCleanup(xdotool, 'mouseup', 1)
        for step in range(1, 7):
            xdotool('mousemove', x + 3 * step, y + 2 * step)
            time.sleep(0.03)
        self.see(_('Won: drop it here'))
        return x + 18, y + 12

    def carry(self, here, there):
        for step in range(1, 21):
            xdotool('mousemove', round(here[0] + (there[0] - here[0]) * step / 20),
                    round(here[1] + (there[1] - here[1]) * step / 20))
            time.sleep(0.03)
        time.sleep(0.2)

    def drag(self, title, target, picture=None):
        """Drags a card to a place, or to a zone, which comes with the drag."""
        here = self.lift(title)
        self.carry(here, self.place(self.find('label', target)) if isinstance(target, str) else target)
        if picture:
            self.picture(picture)
        xdotool('mouseup', 1)

    def test_to_another_column(self):
        """A card falls between two others of another column; the figures follow, and Undo takes it back."""
        self.see_figures('3', '₺107.950' if driver.LANGUAGE == 'tr' else '₺107,950')
        self.drag('Katalog', self.place(self.card('Sera'), down=0.1), picture='in-the-air')
        self.see_cards('Offer', 'Ofis', 'Katalog', 'Sera')
        self.see_cards('Call', 'Web sitesi', 'Tabela')
        self.assertEqual(self.deal('Katalog')['stage_name'], 'Offer')
        passages = self.done('list', 'passage', '--where', f'deal={self.deal("Katalog")["id"]}')
        self.assertEqual([(passage['name'], passage['skipped']) for passage in passages],
                         [('Call', None), ('Meeting', True), ('Offer', None)])
        self.see_figures('₺79.200' if driver.LANGUAGE == 'tr' else '₺79,200', '₺274.750' if driver.LANGUAGE == 'tr' else '₺274,750')
        self.picture('moved')
        self.click_on('push-button', driver.key('Undo'))
        self.see_cards('Call', 'Web sitesi', 'Katalog', 'Tabela')
        self.see_cards('Offer', 'Ofis', 'Sera')
        self.close()

    def test_within_a_column(self):
        self.drag('Tabela', self.place(self.card('Web sitesi'), down=0.1))
        self.see_cards('Call', 'Tabela', 'Web sitesi', 'Katalog')
        self.close()
        self.open_book('--page', 'deals')
        self.see_cards('Call', 'Tabela', 'Web sitesi', 'Katalog')
        self.close()

    def test_figures_in_the_air(self):
        """The heads of the columns count the card where it hangs, before it falls; back where it was, nothing has happened."""
        history = len(self.done('history'))
        there = self.place(self.card('Ofis'))
        self.carry(self.lift('Depo'), there)
        self.see_figures('₺456.000' if driver.LANGUAGE == 'tr' else '₺456,000')
        xdotool('key', 'Escape')
        self.see_figures('₺246.000' if driver.LANGUAGE == 'tr' else '₺246,000')
        xdotool('mouseup', 1)
        self.gone('label', _('Won: drop it here'))
        self.see_cards('Meeting', 'Depo')
        self.assertEqual(len(self.done('history')), history)
        self.close()

    def test_outside(self):
        """A card that falls on nothing goes back."""
        here = self.lift('Depo')
        self.carry(here, (80, 400))
        xdotool('mouseup', 1)
        self.gone('label', _('Won: drop it here'))
        self.see_cards('Meeting', 'Depo')
        self.assertEqual(self.deal('Depo')['stage_name'], 'Meeting')
        self.close()

    def test_won(self):
        self.drag('Ofis', _('Won: drop it here'))
        self.see_cards('Offer', 'Sera')
        won = self.deal('Ofis')
        self.assertEqual((won['status'], won['stage_name']), ('won', 'Offer'))
        self.assertIsNotNone(won['closed'])
        self.close()

    def test_lost_with_a_reason(self):
        self.drag('Ofis', _('Lost: you are asked why'))
        self.see(_('Why was it lost?'))
        self.picture('why')
        self.click_on('push-button', 'Too expensive')
        self.see_cards('Offer', 'Sera')
        lost = self.deal('Ofis')
        self.assertEqual((lost['status'], lost['lost_reason_name']), ('lost', 'Too expensive'))
        self.wait_alone()
        self.press('ctrl+z')
        self.see_cards('Offer', 'Ofis', 'Sera')
        self.close()

    def test_lost_without_a_reason(self):
        self.drag('Sera', _('Lost: you are asked why'))
        self.see(_('Why was it lost?'))
        self.press('Escape')
        self.see_cards('Offer', 'Ofis')
        lost = self.deal('Sera')
        self.assertEqual((lost['status'], lost['lost_reason']), ('lost', None))
        self.close()

    def test_changed_in_mid_drag(self):
        """Another program moves the deal while its card is in the air; the hand has the last word."""
        there = self.place(self.card('Ofis'), down=0.1)
        self.carry(self.lift('Web sitesi'), there)
        self.done('move', self.deal('Web sitesi')['id'], 'Meeting')
        self.see_cards('Call', 'Katalog', 'Tabela')
        xdotool('mousemove_relative', 3, 0)
        time.sleep(0.2)
        xdotool('mouseup', 1)
        self.see_cards('Offer', 'Web sitesi', 'Ofis', 'Sera')
        self.see_cards('Meeting', 'Depo')
        self.close()

    def test_gone_in_mid_drag(self):
        """Another program deletes the deal while its card is in the air: that is said, and nothing else happens."""
        there = self.place(self.card('Ofis'), down=0.1)
        self.carry(self.lift('Web sitesi'), there)
        self.done('delete', 'deal', self.deal('Web sitesi')['id'])
        self.see_cards('Call', 'Katalog', 'Tabela')
        xdotool('mouseup', 1)
        self.see(_('This could not be saved'))
        self.press('Escape')
        self.wait_alone()
        self.see_cards('Offer', 'Ofis', 'Sera')
        self.close()

    def see_focus(self, title):
        self.wait(lambda: (focused := self.focused()) is not None and focused.role == 'list-item' and
                  focused.name.startswith(title + ','), lambda: f'the focus on {title}; it is in {self.focused()}')

    def test_keyboard(self):
        """Arrows walk; with Ctrl and Shift they move; the focus stays on the card that moved."""
        self.see_focus('Web sitesi')
        self.press('ctrl+shift+Right')
        self.see_cards('Meeting', 'Web sitesi', 'Depo')
        self.see_focus('Web sitesi')
        self.press('ctrl+shift+Down')
        self.see_cards('Meeting', 'Depo', 'Web sitesi')
        self.see_focus('Web sitesi')
        self.press('ctrl+shift+Right')
        self.see_cards('Offer', 'Ofis', 'Web sitesi', 'Sera')
        self.see_focus('Web sitesi')
        self.press('ctrl+shift+Left', )
        self.see_cards('Meeting', 'Depo', 'Web sitesi')
        self.see_focus('Web sitesi')
        self.press('Left')
        self.see_focus('Tabela')
        self.press('Up')
        self.see_focus('Katalog')
        self.press('ctrl+shift+Return')
        self.see_cards('Call', 'Tabela')
        self.assertEqual(self.deal('Katalog')['status'], 'won')
        self.picture('by-keyboard')
        self.close()

    def test_menu(self):
        """The menu of a card moves it, wins it, loses it."""
        self.click(self.card('Depo'), button=3)
        self.picture('menu')
        self.click_on('menu-item', driver.key('Lost…'))
        self.click_on('push-button', _('Without a reason'))
        self.see_cards('Meeting')
        self.assertEqual(self.deal('Depo')['status'], 'lost')
        self.close()

    def test_card(self):
        """Enter opens the card of the deal; back leads back to where it was opened."""
        self.see_focus('Web sitesi')
        self.press('Down', 'Return')
        self.see(_('Deal'), 'Katalog')
        self.picture('card')
        self.press('alt+Left')
        self.wait(lambda: self.all('list-item', re.compile('Katalog, .*')), 'the board')
        self.see_focus('Katalog')
        self.close()

    def test_new(self):
        """A deal that is added stands on its board."""
        self.press('ctrl+shift+n')
        self.window(_('New deal'))
        self.picture('new')
        self.press('Escape')
        self.wait_alone()
        self.close()

    def test_filter(self):
        """The deals of one customer, and what they add up to; without the filter all are there again."""
        self.add('Başka Ofis')
        self.done('add', 'deal', 'title=Balkon', 'customer=Başka Ofis', 'stage=Meeting', 'amount=5000')
        self.see_cards('Meeting', 'Balkon', 'Depo')
        self.click_on('push-button', _('Add filter'))
        self.click_on('push-button', _('Customer'))
        self.click_on('check-box', 'Başka Ofis')
        self.see_cards('Meeting', 'Balkon')
        self.see_cards('Call')
        self.press('Escape')
        self.gone('check-box', 'Başka Ofis')
        self.wait_alone()
        self.picture('filtered')
        self.click_on('push-button', _('Remove filter'))
        self.see_cards('Meeting', 'Balkon', 'Depo')
        self.see_cards('Call', 'Web sitesi', 'Katalog', 'Tabela')
        self.close()

    def test_search(self):
        """What is not searched for is dimmed, and stays."""
        self.see_focus('Web sitesi')
        self.press('ctrl+f')
        self.wait_focus('entry', _('Search the deals'))
        self.type('sera')
        time.sleep(0.5)
        self.picture('searched')
        self.see_cards('Offer', 'Ofis', 'Sera')
        self.press('Escape')
        self.check_names()
        self.close()


if __name__ == '__main__':
    driver.main()
