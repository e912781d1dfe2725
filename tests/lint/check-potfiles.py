#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with text for the user, and no other, in order."""

import pathlib
import re

import tree

IN_C = re.compile(r'(?<![\w>.])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)[ ]*\(')
DEFINES = re.compile(r'^[ \t]*#[ \t]*define.*$', re.MULTILINE)
IN_UI = re.compile(r'\btranslatable="(yes|true)"')
IN_DATA = re.compile(r'.*\.(desktop\.in|xml\.in|gschema\.xml)')


def has_text(path):
    if path.parts[0] == 'data':
        return IN_DATA.fullmatch(path.name) is not None
    if path.parts[0] != 'src':
        return False
    if path.suffix in ('.c', '.h'):
        return IN_C.search(DEFINES.sub('', tree.without_c_comments(tree.read(path)))) is not None
    return path.suffix == '.ui' and IN_UI.search(tree.read(path)) is not None


def main():
    complaints = tree.Complaints()
    potfiles = 'po/POTFILES.in'
    listed = [line for line in tree.read(potfiles).split('\n') if line and not line.startswith('#')]
    names = [str(path) for path in tree.files('data', 'src') if has_text(path)]

    for name in names:
        if name not in listed:
            complaints.add(potfiles, 0, f'lacks {name}')
    for name in listed:
        if name not in names:
            complaints.add(potfiles, 0, f'names {name}, which ' + (
                'has no text for the user' if (tree.ROOT / name).exists() else 'is not there'))
    if listed != sorted(set(listed)):
        complaints.add(potfiles, 0, 'is not sorted, or names a file twice')
    complaints.exit(len(names))


main()
