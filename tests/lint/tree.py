# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the tree share: which files there are, and how to complain."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*folders):
    """The files of the project below FOLDERS (default: all), as paths relative to the root.

    In a checkout these are the files that git tracks or would track, so that what
    a build or an editor leaves behind is not looked at; else whatever lies there.
    """
    try:
        listed = subprocess.run(
            ['git', '-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', *folders],
            check=True, capture_output=True).stdout.decode().split('\0')
        paths = {pathlib.PurePosixPath(name) for name in listed if name}
    except (OSError, subprocess.CalledProcessError):
        tops = [ROOT / folder for folder in folders] or [
            path for path in ROOT.iterdir() if not path.name.startswith(('build', '.git'))]
        tops = [path for path in tops if path.name != 'build-aux' or folders] + (
            [] if folders else [ROOT / 'build-aux'])
        paths = {pathlib.PurePosixPath(path.relative_to(ROOT))
                 for top in tops
                 for path in ([top] if top.is_file() else top.rglob('*'))
                 if path.is_file() and '__pycache__' not in path.parts}
    return sorted(path for path in paths if (ROOT / path).is_file())


def read(path):
    return (ROOT / path).read_text(encoding='utf-8')


def without_c_comments(text):
    """TEXT with comments blanked out; strings stay, and so do the numbers of the lines."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)

    def blank(match):
        found = match.group()
        return re.sub(r'[^\n]', ' ', found) if found.startswith('/') else found

    return pattern.sub(blank, text)


class Complaints:
    def __init__(self):
        self.count = 0

    def add(self, path, line, text):
        self.count += 1
        print(f'{path}:{line}: {text}' if line else f'{path}: {text}')

    def exit(self, checked):
        print(f'{checked} files checked, {self.count} complaints')
        if checked == 0:
            print('nothing was checked: is this the right folder?')
        sys.exit(1 if self.count or checked == 0 else 0)
