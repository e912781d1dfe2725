#!/usr/bin/python3
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the build asks for, build-aux/setup.sh knows how to get, in the same version."""

import re

import tree

DEPENDENCY = re.compile(r"(?<!declare_)dependency\(\s*'([\w.+-]+)'(?:[^)]*?version:\s*'>=\s*([\w.]+)')?")
LIBRARY = re.compile(r"find_library\(\s*'\w+'[^)]*?has_headers:\s*'([\w./-]+)'")


def main():
    complaints = tree.Complaints()
    setup = tree.read('build-aux/setup.sh')
    modules = dict(re.findall(r'^module (\S+) +(\S+) +: \S+$', setup, re.MULTILINE))
    headers = set(re.findall(r'^header (\S+) +: \S+$', setup, re.MULTILINE))

    paths = [path for path in tree.files() if path.name == 'meson.build']
    for path in paths:
        text = re.sub(r'^\s*#.*$', '', tree.read(path), flags=re.MULTILINE)
        for match in DEPENDENCY.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            name, version = match.groups()
            if name not in modules:
                complaints.add(path, line, f'build-aux/setup.sh does not know the module {name}')
            elif version is not None and modules[name] != version:
                complaints.add(path, line, f'wants {name} {version}, build-aux/setup.sh says {modules[name]}')
        for match in LIBRARY.finditer(text):
            if match.group(1) not in headers:
                complaints.add(path, text.count('\n', 0, match.start()) + 1,
                               f'build-aux/setup.sh does not know the header {match.group(1)}')
    complaints.exit(len(paths))


main()
