#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Books that cannot be opened, that can only be read, that vanish: what is said, what is offered, and that nothing is lost."""

import os
import subprocess

import velinimet_driver as driver
from velinimet_driver import _

NOT_A_BOOK = 'This file is not a customer book. Customers from a spreadsheet are imported, not opened.'
TOO_NEW = ('A newer version of Velinimet has written this customer book, and this one leaves it untouched. '
           'Install the newer version to open it.')
DAMAGED = ('The customer book is damaged. Copy the file to a safe place before anything else, '
           'then open the newest backup of it.')
VANISHED = ('The customer book is no longer where it was: the file was moved or deleted, or its disk was taken out. '
            'Put it back and try again.')
READ_ONLY = 'This customer book can only be read: the file or its folder is protected from writing.'


class Trouble(driver.TestCase):
    def refused(self, sentence, name):
        """The window says SENTENCE of the book, and leaves the file as it is."""
        before = self.book.read_bytes() if self.book.is_file() else None
        self.open_book()
        self.see(_('The customer book cannot be opened'), sentence, str(self.book))
        self.check_names()
        self.picture(name)
        if before is not None:
            self.assertEqual(self.book.read_bytes(), before)

    def mend(self):
        """A good book in its place, and the button that tries again."""
        for leftover in self.folder.glob('book.velinimet-*'):
            leftover.unlink()
        if self.book.is_dir():
            self.book.rmdir()
        good = self.folder / 'good.velinimet'
        self.done('--book', good, 'add', 'customer', 'name=Ayşe Yılmaz', book=False)
        self.done('--book', good, 'check', book=False)
        os.replace(good, self.book)
        for leftover in self.folder.glob('good.velinimet-*'):
            os.replace(leftover, self.folder / leftover.name.replace('good', 'book'))
        self.click_on('push-button', _('Try again'))
        self.see('Ayşe Yılmaz')
        self.see_count(1)
        self.close()

    def test_not_a_book(self):
        self.book.write_text('Ad;Telefon\nAyşe;0532 123 45 67\n' * 400)
        self.refused(_(NOT_A_BOOK), 'not-a-book')
        self.mend()

    def test_somebody_elses_database(self):
        self.sql('CREATE TABLE customers (name TEXT)', 'PRAGMA application_id = 42')
        self.refused(_(NOT_A_BOOK), 'not-a-book')
        self.mend()

    def test_a_folder(self):
        self.book.mkdir()
        self.open_book()
        self.see(_('The customer book cannot be opened'), str(self.book))
        self.picture('folder')
        self.mend()

    def test_newer(self):
        self.add('Ayşe Yılmaz')
        self.sql('PRAGMA user_version = 1000')
        self.refused(_(TOO_NEW), 'newer')
        self.sql('PRAGMA user_version = 1')
        self.close()

    def test_damaged(self):
        self.done('sample', self.book, book=False)
        self.sql('PRAGMA wal_checkpoint(TRUNCATE)')
        with open(self.book, 'r+b') as file:
            # The first page says that it is a book; what comes after is rubbish.
            file.seek(4096)
            file.write(os.urandom(os.path.getsize(self.book) - 4096))
        self.refused(_(DAMAGED), 'damaged')
        self.mend()

    def test_back_to_my_own(self):
        """Even who has begun with a broken book gets to the good one."""
        self.book.write_text('x' * 5000)
        self.refused(_(NOT_A_BOOK), 'with-own')
        self.click_on('push-button', _('Back to my own book'))
        self.see(_('Welcome to Velinimet'))
        self.close()


class Reading(driver.TestCase):
    def protect(self):
        """Protects the folder of the book from writing; even root cannot write to a mount that is read-only."""
        if os.getuid() != 0:
            self.addCleanup(self.folder.chmod, 0o755)
            inner = self.book.parent
            inner.chmod(0o555)
            self.book.chmod(0o444)
            return ()
        folder = str(self.book.parent)
        script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
        before = ('unshare', '--mount', 'sh', '-c', script, folder)
        if subprocess.run([*before, 'true'], capture_output=True, check=False).returncode != 0:
            self.skipTest('nothing can be mounted here')
        return before

    def test_read_only(self):
        inner = self.folder / 'protected'
        inner.mkdir()
        self.book = inner / 'book.velinimet'
        self.add('Ayşe Yılmaz')
        self.open_book(before=self.protect())
        self.see(_(READ_ONLY), 'Ayşe Yılmaz')
        self.check_names()
        self.picture('read-only')
        # Nothing offers to change it.
        self.press('ctrl+z')
        self.see('Ayşe Yılmaz')
        self.press('ctrl+t', 'ctrl+f')
        self.wait_focus('entry', _('Search the customers'))
        self.assertEqual(len(self.windows()), 1)
        self.close()

    def test_vanished(self):
        """The file goes while it is open: it is said, and when it is back the book is."""
        self.add('Ayşe Yılmaz')
        self.open_book()
        self.see('Ayşe Yılmaz')
        away = self.folder / 'away'
        away.mkdir()
        for part in self.folder.glob('book.velinimet*'):
            os.replace(part, away / part.name)
        self.press('ctrl+z')
        self.see(_(VANISHED), 'Ayşe Yılmaz')
        self.picture('vanished')
        for part in away.iterdir():
            os.replace(part, self.folder / part.name)
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])
        self.press('ctrl+z')
        self.see(_('Undone: %s') % (_('Add %s') % 'Ayşe Yılmaz'))
        self.see_count(0)
        self.press('ctrl+shift+z')
        self.see_count(1)
        self.close()
        self.assertEqual(self.names(), ['Ayşe Yılmaz'])


driver.main()
