#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases that Meson ran in some build folders.

  count-tests.py [--also-failed N] BUILD_FOLDER...

Prints one line, "N passed, N failed", and ends with 1 if any failed. A program
that reports many cases counts as so many; one that breaks off counts as one
failure more, so that a crash after its last case is not overlooked.
"""

import argparse
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {'OK', 'EXPECTEDFAIL'}


def subtests(folder):
    """For each program that reported cases: how many passed, failed and were skipped."""
    counts = {}
    for suite in ElementTree.parse(folder / 'meson-logs' / 'testlog.junit.xml').getroot():
        passed = failed = skipped = 0
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                failed += 1
            elif case.find('skipped') is not None:
                skipped += 1
            else:
                passed += 1
        counts[suite.get('name')] = (passed, failed, skipped)
    return counts


def count(folder):
    cases = subtests(folder)
    total = [0, 0, 0]
    with open(folder / 'meson-logs' / 'testlog.json', encoding='utf-8') as log:
        for line in log:
            test = json.loads(line)
            # "project:suite / name"; what Meson calls the same thing in its other record depends on its age.
            name = test['name']
            project, _, short = name.partition(' / ')
            project = project.partition(':')[0]
            found = cases.get(f'{project}.{name}', cases.get(f'{project}.{short}'))
            good = test['result'] in GOOD
            if found is not None and sum(found) > 0:
                passed, failed, skipped = found
                if not good and test['result'] != 'SKIP' and failed == 0:
                    failed = 1
            elif test['result'] == 'SKIP':
                passed, failed, skipped = 0, 0, 1
            else:
                passed, failed, skipped = int(good), int(not good), 0
            for index, number in enumerate((passed, failed, skipped)):
                total[index] += number
    return total


def main():
    parser = argparse.ArgumentParser(description='Adds up test cases.')
    parser.add_argument('--also-failed', type=int, default=0, metavar='N')
    parser.add_argument('folders', nargs='*', type=pathlib.Path)
    options = parser.parse_args()

    passed, failed, skipped = 0, options.also_failed, 0
    for folder in options.folders:
        try:
            numbers = count(folder)
        except (OSError, ValueError, KeyError, ElementTree.ParseError) as error:
            print(f'{folder}: the record of its tests cannot be read: {error}', file=sys.stderr)
            numbers = (0, 1, 0)
        passed, failed, skipped = (a + b for a, b in zip((passed, failed, skipped), numbers))

    if passed == 0 and failed == 0:
        failed = 1
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    sys.exit(1 if failed else 0)


main()
