#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs at one book, and programs that are killed: nothing that was acknowledged is lost."""

import concurrent.futures
import json
import random
import signal
import threading
import time

import program


class Together(program.TestCase):
    def test_twenty_at_once(self):
        """Not even the making of the book gets in the way."""
        with concurrent.futures.ThreadPoolExecutor(20) as pool:
            records = list(pool.map(lambda number: self.add(f'Müşteri {number:02}', 'tags=ortak'), range(20)))
        self.assertEqual(len({record['id'] for record in records}), 20)
        self.assertEqual(self.names(), [f'Müşteri {number:02}' for number in range(20)])
        self.assertEqual(self.done('list', 'tag', '--count'), {'count': 1})
        self.assertEqual(len(self.done('history')), 20)
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_two_that_write_and_one_that_reads(self):
        self.add('first')
        stop = threading.Event()
        counts = []

        def read():
            while not stop.is_set():
                counts.append(self.done('list', 'customer', '--count')['count'])

        reader = threading.Thread(target=read)
        reader.start()
        try:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda number: self.add(f'{number}', f'notes={"x" * 20000}'), range(60)))
        finally:
            stop.set()
            reader.join()
        self.assertEqual(counts, sorted(counts))
        self.assertEqual(self.done('list', 'customer', '--count'), {'count': 61})
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_the_same_record(self):
        identity = self.add('Ayşe')['id']
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: self.done('set', 'customer', identity, f'tags+=t{number:02}'), range(16)))
        self.assertEqual(sorted(self.done('show', 'customer', identity)['tags']), [f't{number:02}' for number in range(16)])
        self.assertEqual(len(self.done('undo', '16')), 16)
        self.assertIsNone(self.done('show', 'customer', identity)['tags'])
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})

    def test_a_stranger_holds_the_book(self):
        """Another program, which knows nothing of the lock: after some time it is said who is in the way."""
        self.add('Ayşe')
        stranger = program.sqlite3.connect(self.book, isolation_level=None)
        stranger.execute('BEGIN IMMEDIATE')
        try:
            self.assertIn('Another program', self.refused(1, 'add', 'customer', 'name=Cem'))
        finally:
            stranger.execute('ROLLBACK')
            stranger.close()
        self.add('Cem')
        self.assertEqual(self.names(), ['Ayşe', 'Cem'])


class Killed(program.TestCase):
    def test_in_the_middle_of_many(self):
        chance = random.Random(3)
        # Where programs start slowly, none may get as far as to make a book.
        self.add('first')
        told = set()
        tried = 0
        for _ in range(10):
            stop = threading.Event()
            running = []
            lock = threading.Lock()

            def work():
                nonlocal tried
                while not stop.is_set():
                    with lock:
                        tried += 1
                        name = f'{tried:05}'
                        process = self.start('add', 'customer', f'name={name}', 'notes=' + 'x' * 5000, 'tags=a,b')
                        running.append(process)
                    out, _ = process.communicate()
                    with lock:
                        running.remove(process)
                    if process.returncode == 0:
                        told.add(json.loads(out)['name'])

            threads = [threading.Thread(target=work) for _ in range(4)]
            for thread in threads:
                thread.start()
            try:
                for _ in range(10):
                    time.sleep(chance.uniform(0.01, 0.06))
                    with lock:
                        for process in running:
                            process.kill()
            finally:
                stop.set()
                for thread in threads:
                    thread.join()
            self.assertEqual(told - set(self.names()), set())
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.assertEqual(len(self.names()), len(self.done('history')))
        self.assertGreater(tried, len(told))
        # It goes on as if nothing had been.
        self.add('last')
        self.assertEqual(len(self.done('undo')), 1)

    def test_import(self):
        table = self.folder / 'big.csv'
        table.write_text('name,email\n' + ''.join(f'Müşteri {number},m{number}@example.com\n' for number in range(30000)))
        self.add('Ayşe')
        for delay in (0.05, 0.1, 0.2, 0.3):
            process = self.start('import', table)
            time.sleep(delay)
            process.kill()
            process.communicate()
            # All of it or nothing, and all where it came to an end.
            count = self.done('list', 'customer', '--count')['count']
            self.assertIn(count, (1, 30001) if process.returncode != 0 else (30001,))
            if count != 1:
                self.done('undo')
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})
        self.assertEqual(self.done('import', table)['created'], 30000)
        self.done('undo')
        self.assertEqual(self.names(), ['Ayşe'])

    def test_interrupted(self):
        """Ctrl+C ends it, and leaves nothing half done."""
        table = self.folder / 'big.csv'
        table.write_text('name,email\n' + ''.join(f'Müşteri {number},m{number}@example.com\n' for number in range(100000)))
        self.add('Ayşe')
        for delay in (0.3, 0.1, 0.05, 0.03):
            process = self.start('import', table)
            time.sleep(delay)
            process.send_signal(signal.SIGINT)
            process.communicate()
            if process.returncode != 0 and self.names('--limit', '2') == ['Ayşe']:
                break
            # It was faster than we were.
            self.assertEqual(self.done('list', 'customer', '--count')['count'], 100001)
            self.done('undo')
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.assertEqual(self.names(), ['Ayşe'])
        self.assertEqual(self.done('check'), {'ok': True, 'problems': []})


program.main()
