#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes run downwards only, and each library has one layer that knows it.

The build hides what has a pkg-config file of its own; headers that lie in
/usr/include, and our own folders beside one another, it cannot hide.
"""

import pathlib
import re

import tree

# What each folder of src/ may include besides itself. A folder that is not here is a mistake.
MAY_SEE = {
    'core': set(),
    'store': {'core'},
    'exchange': {'store', 'core'},
    'remind': {'store', 'core'},
    'report': {'store', 'core'},
    'rules': {'store', 'core'},
    'cli': {'exchange', 'remind', 'report', 'rules', 'store', 'core'},
    'agent': {'exchange', 'remind', 'report', 'rules', 'store', 'core'},
    'ui': {'exchange', 'remind', 'report', 'rules', 'store', 'core'},
}

# What the places of src/ui/ share, from the bottom up: widgets, then what every list and
# every card of records is made of. A place knows these and itself.
SHARED = {
    'widgets': {'widgets'},
    'lists': {'lists', 'widgets'},
    'cards': {'cards', 'widgets'},
}
# Every place has tasks in it.
PLACE_SEES = {'widgets', 'lists', 'cards', 'tasks'}

# Which folders of src/ may include a header of somebody else's.
ONLY_IN = [
    (re.compile(r'sqlite3\w*\.h'), {'store'}),
    (re.compile(r'(gtk|gdk|gsk|graphene|pango|adwaita)\b.*'), {'ui'}),
    (re.compile(r'csv\.h|xlsxwriter.*'), {'exchange'}),
    (re.compile(r'libnotify.*'), {'remind'}),
    (re.compile(r'libical.*'), {'exchange', 'core'}),
    (re.compile(r'libebook.*'), {'exchange', 'core'}),
]

# What one file of core alone knows: telephone numbers, and when a repeat comes next.
ONE_FILE_OF_CORE = [re.compile(r'libebook.*'), re.compile(r'libical.*')]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def place_of(path):
    """The folder of src/ui/ that PATH is in, or None: 'widgets', 'customers', ..."""
    return path.parts[2] if path.parts[1] == 'ui' and len(path.parts) > 3 else None


def main():
    complaints = tree.Complaints()
    sources = [path for path in tree.files('src') if path.suffix in ('.c', '.h')]
    headers = {}
    for path in sources:
        if path.suffix == '.h':
            if path.name in headers:
                complaints.add(path, 0, f'there is another header of this name: {headers[path.name]}')
            headers[path.name] = path

    core_files = {pattern: set() for pattern in ONE_FILE_OF_CORE}
    for path in sources:
        layer = path.parts[1]
        if layer not in MAY_SEE:
            complaints.add(path, 0, f'src/{layer} is no layer; the check must know it first')
            continue
        text = tree.without_c_comments(tree.read(path))
        for match in INCLUDE.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            included = match.group(2)
            for pattern, folders in ONLY_IN:
                if pattern.fullmatch(included) and layer not in folders:
                    complaints.add(path, line, 'only ' + ' and '.join(f'src/{folder}' for folder in sorted(folders)) + f' may include {included}')
            for pattern, stems in core_files.items():
                if layer == 'core' and pattern.fullmatch(included):
                    stems.add(path.stem)

            target = headers.get(pathlib.PurePosixPath(included).name)
            if match.group(1) != '"' or target is None:
                continue
            other = target.parts[1]
            if other != layer and other not in MAY_SEE[layer]:
                complaints.add(path, line, f'src/{layer} must not know src/{other}: {included}')
            here, there = place_of(path), place_of(target)
            seen = SHARED.get(here, PLACE_SEES | {here})
            if here is not None and other == 'ui' and there not in seen:
                complaints.add(path, line, f'ui/{here} knows ui/{", ui/".join(sorted(seen))} alone: {included}')
            if here == 'widgets' and other not in ('ui', 'core', 'store', 'exchange'):
                complaints.add(path, line, f'ui/widgets knows core, the book and the errors alone: {included}')

    for pattern, stems in core_files.items():
        if len(stems) > 1:
            complaints.add('src/core', 0, f'only one file may include {pattern.pattern}, not ' + ', '.join(sorted(stems)))
    complaints.exit(len(sources))


main()
