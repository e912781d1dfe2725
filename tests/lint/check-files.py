#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence, none grows beyond reading,
none switches a check off, and nothing lies at the top that does not belong there."""

import pathlib
import re

import tree

TOP_LEVEL = {'src', 'data', 'po', 'help', 'tests', 'build-aux', 'meson.build', 'README.md', 'LICENSE', 'COPYING'}

LONGEST = 800    # lines of a .c, .h or .ui file
LONG = 600       # from here on, a remark

OWNER = 'SPDX-FileCopyrightText: The Velinimet authors'

# The licence of a file by where it lies; the first that fits. None: it need not say.
LICENCES = [
    (r'README\.md|LICENSE|COPYING|\..*', None),
    (r'tests/(.*/)?data/.*', None),
    (r'.*\.(png|jpg|webp|gz|bin)', None),
    (r'help/(.*/)?meson\.build', 'GPL-3.0-or-later'),
    (r'help/.*', 'CC-BY-SA-4.0'),
    (r'data/[^/]*\.(desktop\.in|xml\.in|gschema\.xml|service\.in)', 'CC0-1.0'),
    (r'po/(LINGUAS|POTFILES\.in)', 'CC0-1.0'),
    (r'.*\.(csv|tsv|json|txt)', None),
    (r'.*', 'GPL-3.0-or-later'),
]

# Written in two parts, as this file is read too.
FORBIDDEN = [
    (re.compile('G_DISABLE_' + '(CHECKS|ASSERT|CAST_CHECKS)'), 'a check is switched off'),
    (re.compile('(GTK|GDK|G|GLIB|ADW)_DISABLE_' + 'DEPRECAT'), 'a warning is switched off'),
    (re.compile('-Wno-' + 'error'), 'an error is switched off'),
    (re.compile(r'^[ \t]*#[ \t]*if[ \t]+' + '0', re.MULTILINE), 'dead code: git remembers it'),
    (re.compile(r'\b(?:TO' + 'DO|FIX' + r'ME)\b(?!.*#\d)'), 'a mark of unfinished work without the number of its issue'),
]
WHERE_FORBIDDEN = {'.c', '.h', '.ui', '.py', '.sh', '.build', '.page', '.css', '.in', '.xml'}


def wanted_licence(path):
    for pattern, licence in LICENCES:
        if re.fullmatch(pattern, str(path)):
            return licence
    raise AssertionError(path)


def main():
    complaints = tree.Complaints()
    paths = tree.files()
    for top in sorted({path.parts[0] for path in paths}):
        if top not in TOP_LEVEL and not top.startswith('.'):
            complaints.add(top, 0, 'does not belong at the top')

    for path in paths:
        licence = wanted_licence(path)
        try:
            text = tree.read(path)
        except UnicodeDecodeError:
            if licence is not None:
                complaints.add(path, 0, 'is not UTF-8')
            continue

        if licence is not None:
            head = '\n'.join(text.split('\n', 6)[:6])
            found = re.search(r'SPDX-License-Identifier: ([\w.-]+)', head)
            if OWNER not in head:
                complaints.add(path, 1, f'wants "{OWNER}" in its first lines')
            if found is None or found.group(1) != licence:
                complaints.add(path, 1, f'wants "SPDX-License-Identifier: {licence}" in its first lines')

        n_lines = text.count('\n')
        if path.suffix in ('.c', '.h', '.ui') and n_lines > LONG:
            if n_lines > LONGEST:
                complaints.add(path, 0, f'has {n_lines} lines: look for the second concern')
            else:
                print(f'{path}: has {n_lines} lines already (a remark, no complaint)')

        if path.suffix in WHERE_FORBIDDEN:
            for pattern, why in FORBIDDEN:
                for match in pattern.finditer(text):
                    complaints.add(path, text.count('\n', 0, match.start()) + 1, f'{why}: {match.group().strip()}')

        if path.suffix in ('.c', '.h') and path.parts[0] in ('src', 'tests') and licence is not None:
            if path.suffix == '.h' and '#pragma once' not in text:
                complaints.add(path, 0, 'wants #pragma once')
            for number, line in enumerate(text.split('\n'), 1):
                if line != line.rstrip() or '\t' in line:
                    complaints.add(path, number, 'has a tab or blanks at the end')
    complaints.exit(len(paths))


main()
