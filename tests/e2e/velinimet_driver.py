# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program itself and uses it as a person does: by what can be read, pointed at and typed.

Texts are written in English in the tests and looked up in the translation that
the program shows, so that one test runs in every language.
"""

import gettext
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'cli'))
import accessibility  # pylint: disable=wrong-import-position
import program  # pylint: disable=wrong-import-position

PROGRAM = os.environ['VEL_PROGRAM']
LANGUAGE = os.environ.get('VEL_TEST_LANGUAGE', 'en')
PATIENCE = 15
GEOMETRY = ('X', 'Y', 'WIDTH', 'HEIGHT')
# The roles of what can be pressed or typed into.
USABLE = {'push-button', 'toggle-button', 'check-box', 'radio-button', 'combo-box', 'text', 'entry', 'password-text',
          'spin-button', 'slider', 'link', 'page-tab', 'menu-item', 'check-menu-item', 'radio-menu-item', 'list-item'}
EDGE = 40    # pixels that a window may draw around itself, on each side


def read_catalog():
    """The translations by their English texts, both without the marks of the keys that go with them."""
    with open(pathlib.Path(os.environ['VEL_LOCALEDIR']) / LANGUAGE / 'LC_MESSAGES' / 'velinimet.mo', 'rb') as file:
        catalog = gettext.GNUTranslations(file)
    texts = {}
    for key in catalog._catalog:  # pylint: disable=protected-access
        if isinstance(key, str) and key:
            texts.setdefault(key.replace('_', ''), catalog.gettext(key).replace('_', ''))
    return catalog, texts


if LANGUAGE == 'en':
    CATALOG, TEXTS = gettext.NullTranslations(), {}
else:
    CATALOG, TEXTS = read_catalog()


def _(text):
    """As the program says it, without the mark of the key that goes with it."""
    if LANGUAGE == 'en':
        return text
    if text not in TEXTS:
        raise AssertionError(f'the program has no text "{text}"')
    return TEXTS[text]


def c_(context, text):
    """The same of a text that is told apart from others by its context."""
    return text if LANGUAGE == 'en' else _(f'{context}\x04{text}')


def key(text):
    """What is pressed: GTK tells of the mark of the key that goes with it, too."""
    return re.compile(re.escape(_(text)) + '$')


def n_(one, many, number):
    return CATALOG.ngettext(one, many, number)


def turkish_locale(folder):
    """The environment of a Turkish desktop, whatever locales this machine has."""
    listed = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=True).stdout.lower().split()
    given = os.environ.get('LOCPATH')
    if 'tr_tr.utf8' in listed or (given and (pathlib.Path(given) / 'tr_TR.UTF-8').is_dir()):
        return {'LC_ALL': 'tr_TR.UTF-8'}
    subprocess.run(['localedef', '--inputfile=tr_TR', '--charmap=UTF-8', folder / 'tr_TR.UTF-8'], check=True)
    return {'LC_ALL': 'tr_TR.UTF-8', 'LOCPATH': str(folder)}


def xdotool(*arguments):
    done = subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True, check=False, timeout=30)
    if done.returncode != 0 and done.stderr:
        raise AssertionError(f'xdotool {arguments}: {done.stderr}')
    return done.stdout


def fits(pattern, name):
    """Whether a text is this one, or is found by a compiled pattern."""
    return bool(pattern.search(name)) if isinstance(pattern, re.Pattern) else name == pattern


def clock(time_of_day):
    """A time of day as the interface writes it, as a pattern."""
    hour, minute = time_of_day.split(':')
    return time_of_day if LANGUAGE == 'tr' else rf'{int(hour) % 12 or 12}:{minute}\s{"AM" if int(hour) < 12 else "PM"}'


class TestCase(program.TestCase):
    """A test with a machine of its own to look at: nobody's settings, nobody's book."""

    #: Words that the program may say on its standard error, as a pattern.
    may_say = None

    #: The list that a program is about.
    TABLE = 'Customers'

    def setUp(self):
        super().setUp()
        self.ui = None
        self.runs = []
        self.pictures = 0
        self.locale = {'LC_ALL': 'C.UTF-8'}
        if LANGUAGE == 'tr':
            (self.folder / 'locale').mkdir()
            self.locale = turkish_locale(self.folder / 'locale')
        self.addCleanup(self.end)
        # A keyboard that has the letters, as they have them who use the program.
        subprocess.run(['setxkbmap', 'tr'], check=True)
        xdotool('mousemove', 2, 2)

    def environment(self, **changes):
        kept = {name: os.environ[name] for name in ('XDG_RUNTIME_DIR',) if name in os.environ}
        # The icons are where the sources are.
        kept['XDG_DATA_DIRS'] = os.environ['VEL_DATA'] + ':/usr/local/share:/usr/share'
        return super().environment(**{**kept, **self.locale, 'G_DEBUG': 'fatal-criticals', 'GTK_A11Y': None, **changes})

    def start(self, *args, **options):
        """The command line; it speaks plain English here."""
        options.setdefault('env', {'LC_ALL': 'C.UTF-8'})
        return super().start(*args, **options)

    def launch(self, *arguments, before=(), **changes):
        """Begins a run of the program, without waiting for anything. BEFORE: a command that becomes the program."""
        log = self.folder / f'run-{len(self.runs)}.log'
        with open(log, 'wb') as out:
            run = subprocess.Popen([*before, PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, env=self.environment(**changes))
        run.log = log
        self.runs.append(run)
        return run

    def open(self, *arguments, **changes):
        """Starts the program and waits for its window."""
        self.run_of_window = self.launch(*arguments, **changes)
        try:
            self.ui = accessibility.Program('velinimet', self.run_of_window.pid, PATIENCE)
        except accessibility.Gone as gone:
            self.fail(f'{gone}: {self.run_of_window.log.read_text()}')
        return self.window()

    def open_book(self, *arguments, **changes):
        """On the page of customers, unless another is asked for."""
        page = () if '--page' in arguments else ('--page', 'customers')
        return self.open('--book', self.book, *page, *arguments, **changes)

    def close(self):
        """Ends the program as its user does, and sees that it ends well."""
        run = self.run_of_window
        if len(self.windows()) == 1:
            # The keys may still be with a bubble that has just gone.
            self.wait_alone()
        self.press('ctrl+q')
        try:
            run.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.fail('the program does not end\n' + self.outline())
        self.ui = None
        self.assertEqual(run.returncode, 0, run.log.read_text())

    def end(self):
        if self.failing() and self.ui is not None and self.run_of_window.poll() is None:
            self.picture('failed')
            print(self.outline(), file=sys.stderr)
        for run in self.runs:
            was = run.poll()
            if was is None:
                run.terminate()
                try:
                    run.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    run.kill()
                    run.wait()
            said = run.log.read_text(errors='replace')
            if self.failing() and said:
                print(said, file=sys.stderr)
            if was is not None and was < 0:
                self.fail(f'the program died of {signal.Signals(-was).name}: {said}')
            for line in said.splitlines():
                if re.search('CRITICAL|WARNING|Sanitizer|runtime error', line) and not (
                        self.may_say and re.search(self.may_say, line)):
                    self.fail(f'the program complains about itself: {line}')

    def failing(self):
        result = self._outcome.result
        return any(getattr(test, 'test_case', test) is self for test, _trouble in result.failures + result.errors) or \
            not self._outcome.success

    def outline(self):
        try:
            return self.ui.look().outline() if self.ui is not None else ''
        except accessibility.Gone as gone:
            return f'nothing is shown: {gone}'

    # Looking

    def look(self, within=None):
        """All that is there, or what is within a widget."""
        root = self.ui.look()
        if within is None:
            return root
        return next((node for node in root.walk() if node.path == within.path), accessibility.Node(self.ui, ''))

    def all(self, role=None, name=None, within=None):
        """All widgets of a role and a name: a text, a compiled pattern, or anything."""
        return [node for node in self.look(within).walk() if (role is None or node.role == role) and
                (name is None or fits(name, node.name)) and node.drawn]

    def find(self, role=None, name=None, within=None, seconds=PATIENCE):
        """Waits for such a widget. Where there are many it is the last, which is the innermost or newest."""
        found = self.wait(lambda: self.all(role, name, within), f'{role} "{name}"', seconds)
        return found[-1]

    def see(self, *texts, within=None):
        """Waits until all TEXTS can be read somewhere."""
        def missing():
            nodes = list(self.look(within).walk())
            return [text for text in texts if not any(fits(text, node.name) and node.drawn for node in nodes)]

        self.wait(lambda: not missing(), lambda: f'these texts: {missing()}')

    def gone(self, role=None, name=None, within=None):
        self.wait(lambda: not self.all(role, name, within), f'the end of {role} "{name}"')

    def wait(self, condition, what, seconds=PATIENCE):
        """Asks for CONDITION after each thing that happens, until it holds."""
        def holds():
            if self.run_of_window.poll() is not None:
                self.fail(f'the program has ended, {self.run_of_window.returncode}: {self.run_of_window.log.read_text()}')
            try:
                return condition()
            except accessibility.Gone:
                return None  # Looked at while it went; the next look will tell.

        answer = self.ui.wait(holds, seconds)
        if not answer:
            self.fail(f'waited in vain for {what() if callable(what) else what}')
        return answer

    def windows(self):
        """The windows, the dialogs among them, the first one first."""
        return self.ui.look().children

    def window(self, name=None):
        return self.wait(lambda: next((node for node in self.windows() if name in (None, node.name)), None),
                         f'a window "{name}"')

    def focused(self):
        return next((node for node in reversed(list(self.ui.look().walk())) if node.has('focused')), None)

    def wait_focus(self, role, name=None):
        def there():
            node = self.focused()
            return node is not None and node.role == role and (name is None or fits(name, node.name)) and node

        return self.wait(there, lambda: f'the focus in {role} "{name}"; it is in {self.focused()}')

    def texts(self, node):
        """All that can be read in a widget, in order."""
        return [below.name for below in node.walk() if below.role == 'label' and below.name]

    def see_count(self, count, place=None):
        """Waits until the sidebar counts so many at a place of it."""
        row = place or _('Customers')
        self.wait(lambda: any(str(count) in self.texts(node) for node in self.all('list-item', row)),
                  lambda: f'{count} at "{row}"; there are {[self.texts(node) for node in self.all("list-item", row)]}')

    def rows(self, table=None):
        """The names of the records in the list, from the top."""
        return [row.name for row in self.table_rows(table)]

    def table_rows(self, table=None):
        for table in self.all('tree-table', _(table or self.TABLE)):
            for rows in table.children:
                if rows.role == 'list':
                    return rows.children
        return []

    def row(self, name):
        """All that can be read in the row of a record."""
        return [text for row in self.table_rows() if row.name == name for text in self.texts(row)]

    # Doing

    def surfaces(self):
        """The windows on the display, menus among them, the newest last: name, x, y, width, height."""
        found = []
        for number in xdotool('search', '--onlyvisible', '--pid', self.run_of_window.pid).split():
            shell = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', number).split())
            found.append((xdotool('getwindowname', number).rstrip('\n'), *(int(shell[key]) for key in GEOMETRY)))
        return found

    def surface(self, node):
        """What a widget is drawn in, a window or a menu: the widget that fills it, and its place and size."""
        surfaces = self.surfaces()
        chain = [node, *node.up()][:-1]
        for above in chain[:-1] if len(surfaces) > 1 else ():
            # A menu has a window of its own, as large as itself.
            size = above.extents[2:]
            for name, *place in surfaces:
                if tuple(place[2:]) == size:
                    return above, *place
        width, height = chain[-1].extents[2:]
        fitting = [(name != chain[-1].name, place[2] + place[3], place) for name, *place in surfaces
                   if 0 <= place[2] - width <= 2 * EDGE and 0 <= place[3] - height <= 2 * EDGE]
        if fitting:
            return chain[-1], *min(fitting)[2]
        self.fail(f'{chain[-1]} has no window on the display, there are {surfaces}')

    def place(self, node, across=0.5, down=0.5):
        """Where on the screen a widget is; its middle, or another part of it."""
        whole, x, y, width, height = self.surface(node)
        left, upper, whole_width, whole_height = whole.extents
        mine_left, mine_upper, mine_width, mine_height = node.extents
        # What a window draws around itself is no part of its widgets.
        return (round(x + (width - whole_width) / 2 + mine_left - left + mine_width * across),
                round(y + (height - whole_height) / 2 + mine_upper - upper + mine_height * down))

    def point(self, node, **where):
        """Moves the pointer there, in steps as a hand does."""
        x, y = self.place(node, **where)
        xdotool('mousemove', x - 3, y - 2, 'mousemove', x, y)
        return x, y

    def click(self, node, button=1, times=1, keys=(), **where):
        self.point(node, **where)
        for key in keys:
            xdotool('keydown', key)
        xdotool('click', '--repeat', times, '--delay', 60, button)
        for key in keys:
            xdotool('keyup', key)

    def click_on(self, role, name, within=None, **options):
        node = self.find(role, name, within)
        self.click(node, **options)
        return node

    def open_card(self, name):
        """Opens the card of a customer in the list."""
        self.wait(lambda: name in self.rows(), lambda: f'{name} in {self.rows()}')
        row = next(row for row in self.table_rows() if row.name == name)
        self.click(row, times=2, across=0.1)
        self.find('text', _('What was said'))

    def wait_alone(self):
        """Waits until only the first window is left, and gives it the keys, as a window manager does."""
        self.wait(lambda: len(self.windows()) == 1, lambda: f'the end of {self.windows()[1:]}')
        number = xdotool('search', '--onlyvisible', '--pid', self.run_of_window.pid).split()[0]

        def has_keys():
            xdotool('windowfocus', number)
            return xdotool('getwindowfocus', '-f').strip() == number

        self.wait(has_keys, 'the keys')

    def drop_files(self, *files):
        """Drags files out of another window, and drops them in the middle of the program's."""
        log = self.folder / 'drag.log'
        with open(log, 'wb') as out:
            source = subprocess.Popen([os.environ['VEL_DRAG_SOURCE'], *map(str, files)], env=self.environment(), stdout=out)
        try:
            found = self.wait(lambda: xdotool('search', '--onlyvisible', '--pid', source.pid).split(), 'the files')
            # Beside the window, where the screen is higher than it.
            xdotool('windowmove', '--sync', found[-1], 1150, 830)
            x, y = 1180, 860

            def begun():
                # Nothing tells when that window is ready for the pointer.
                xdotool('mouseup', 1, 'mousemove', x, y, 'mousedown', 1)
                for step in range(1, 6):
                    xdotool('mousemove', x - 5 * step, y - 5 * step)
                return self.ui.wait(lambda: 'begun' in log.read_text(), 1)

            self.wait(begun, 'the beginning of the drag')
            for step in range(1, 21):
                xdotool('mousemove', x - 27 * step, y - 23 * step)
                time.sleep(0.03)
            self.picture('dragging')
            xdotool('mouseup', 1)
            self.wait(lambda: source.poll() is not None, 'the end of the drag')
        finally:
            xdotool('mouseup', 1)
            source.kill()
            source.wait()

    def press(self, *keys):
        for key in keys:
            xdotool('key', '--clearmodifiers', '--delay', 15, key)

    def type(self, text):
        xdotool('type', '--clearmodifiers', '--delay', 12, '--', text)

    # Keeping

    def check_names(self, window=None):
        """All that can be used says what it is to those who cannot see it."""
        def named(node):
            return node.name and not re.match('(Gtk|Adw|Vel)[A-Z]', node.name)

        # A part of something with a name, such as the arrow of a list, needs none.
        nameless = [f'{node} in {[str(above) for above in node.up()][:6]}' for node in (self.look(window) if window else self.window()).walk()
                    if node.role in USABLE and node.has('focusable') and not named(node) and node.drawn and
                    not any(above.role in USABLE and named(above) for above in node.up())]
        self.assertEqual(nameless, [])

    def picture(self, name):
        """Keeps what the screen shows, where VEL_TEST_PICTURES says."""
        folder = os.environ.get('VEL_TEST_PICTURES')
        if not folder:
            return
        self.pictures += 1
        file = pathlib.Path(folder) / f'{self.id().split(".", 1)[1]}-{self.pictures:02}-{name}-{LANGUAGE}.png'
        file.parent.mkdir(parents=True, exist_ok=True)
        time.sleep(0.4)  # What fades in has done so; the picture is all that waits for it.
        subprocess.run(['import', '-silent', '-window', 'root', file], check=True, timeout=30)


def main():
    shutil.which('xdotool') or sys.exit('1..0 # SKIP xdotool is not installed')
    program.main()
