# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: a folder, a book, and the program itself."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.environ['VEL_CLI']
PATIENCE = 60


class Answer:
    """What a run has printed, and how it ended."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode('utf-8')
        self.err = done.stderr.decode('utf-8')

    @property
    def json(self):
        return json.loads(self.out)


class TestCase(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='velinimet-cli-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.book = self.folder / 'book.velinimet'

    def environment(self, **changes):
        """As if on a machine where nobody has set anything."""
        env = {name: value for name, value in os.environ.items()
               if not name.startswith(('LC_', 'LANG', 'XDG_', 'VELINIMET'))}
        env.update(HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / 'data'),
                   XDG_CONFIG_HOME=str(self.folder / 'config'), GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8', TZ='UTC')
        if 'ASAN_OPTIONS' in env:
            # Walking the stack the thorough way trebles the time of a run, and there are thousands of them.
            env['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=1'
        env.update(changes)
        return {name: value for name, value in env.items() if value is not None}

    def start(self, *args, book=True, env=None, **options):
        """A run that goes on by itself."""
        command = [PROGRAM] + (['--book', self.book] if book else []) + list(args)
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment(**(env or {})), **options)

    def run_cli(self, *args, **options):
        """A run to its end. It may fail, but never crash, and never complain about itself."""
        process = self.start(*args, **options)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self.fail(f'{args!r} did not end')
        answer = Answer(subprocess.CompletedProcess(args, process.returncode, out, err))
        if answer.code < 0:
            self.fail(f'{args!r} died of {signal.Signals(-answer.code).name}: {answer.err}')
        self.assertNotIn('CRITICAL', answer.err)
        self.assertNotIn('WARNING', answer.err)
        self.assertNotIn('Sanitizer', answer.err)
        self.assertNotIn('runtime error', answer.err)
        return answer

    def done(self, *args, **options):
        """What a run prints that must succeed without a word."""
        answer = self.run_cli(*args, **options)
        self.assertEqual((answer.code, answer.err), (0, ''), args)
        self.assertTrue(answer.out.endswith('\n') and not answer.out.endswith('\n\n'))
        return answer.json

    def refused(self, code, *args, says=None, out='', **options):
        """The message of a run that must end with CODE."""
        answer = self.run_cli(*args, **options)
        self.assertEqual(answer.code, code, (args, answer.out, answer.err))
        self.assertTrue(answer.err.startswith('velinimet-cli: '), answer.err)
        if out is not None:
            self.assertEqual(answer.out, out)
        if says is not None:
            self.assertRegex(answer.err, says)
        return answer.err

    def add(self, name, *more, **options):
        return self.done('add', 'customer', f'name={name}', *more, **options)

    def names(self, *args, **options):
        return [record['name'] for record in self.done('list', 'customer', *args, **options)]

    def sql(self, *statements, path=None):
        """Reaches into the book behind the program's back."""
        with sqlite3.connect(path or self.book) as connection:
            rows = None
            for statement in statements:
                rows = connection.execute(statement).fetchall()
        connection.close()
        return rows


class TapResult(unittest.TestResult):
    """Tells each case as a line of TAP, and what went wrong on the standard error."""

    def __init__(self):
        super().__init__()
        self.reason = None

    def startTest(self, test):
        super().startTest(test)
        self.began = time.monotonic()

    def stopTest(self, test):
        super().stopTest(test)
        mine = [trouble for other, trouble in self.failures + self.errors
                if getattr(other, 'test_case', other) is test]
        for trouble in mine:
            print(trouble, file=sys.stderr)
        name = test.id().split('.', 1)[1]
        print(f'# {time.monotonic() - self.began:.1f} s')
        print('not ok' if mine else 'ok', self.testsRun, '-', name,
              *(['# SKIP', self.reason] if self.reason and not mine else []), flush=True)
        self.reason = None

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.reason = reason


def main():
    """Runs the cases of the calling file; arguments choose some by a part of their names."""
    unittest.defaultTestLoader.testNamePatterns = [f'*{word}*' for word in sys.argv[1:]] or None
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    print(f'1..{suite.countTestCases()}', flush=True)
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
