# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells to screen readers, asked for over the bus itself.

The usual library keeps what it has once been told, and would show yesterday's
window. Here a look is a look: all widgets that are shown, as they are now.
"""

import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # pylint: disable=wrong-import-position

ROOT = '/org/a11y/atspi/accessible/root'
NOTHING = '/org/a11y/atspi/null'
CALL_MS = 10000

# Of a long list only so many rows are looked at; the others are not on the screen.
MOST_CHILDREN = 40

# How many labels are asked whether their page is drawn.
NEAREST = 8


class Gone(Exception):
    """The widget, or the program, is no longer there."""


class Node:
    """A widget as it was when it was looked at. What changes, such as its text, is asked for anew."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.parent = None
        self.children = []
        self.name = self.description = self.role = ''
        self.interfaces = ()
        self.states = 0

    def __repr__(self):
        return f'{self.role} "{self.name}"'

    def has(self, state):
        return bool(self.states >> int(getattr(Atspi.StateType, state.upper())) & 1)

    def walk(self):
        """This widget and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def up(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def outline(self, depth=0):
        """What is here, for the one who reads why a test failed."""
        if self.role in ('scroll-bar', 'separator'):
            return ''
        line = ''
        if self.role not in ('panel', 'filler') or self.has('focused'):
            states = ' '.join(name for name in ('focused', 'selected', 'checked', 'expanded', 'invalid') if self.has(name))
            text = f' = "{self.text}"' if 'EditableText' in self.interfaces else ''
            line = '  ' * depth + repr(self) + text + (f' ({states})' if states else '') + '\n'
            depth += 1
        return line + ''.join(child.outline(depth) for child in self.children)

    def call(self, interface, method, arguments=None):
        return self.program.call(self.path, 'org.a11y.atspi.' + interface, method, arguments)

    @property
    def text(self):
        """What stands in a field, or in a label."""
        try:
            return self.call('Text', 'GetText', GLib.Variant('(ii)', (0, -1)))[0]
        except Gone:
            return ''

    @property
    def value(self):
        answer = self.program.call(self.path, 'org.freedesktop.DBus.Properties', 'Get',
                                   GLib.Variant('(ss)', ('org.a11y.atspi.Value', 'CurrentValue')))
        return answer[0]

    def under_pointer(self):
        """Whether a pointer in the middle of it would find it, or something in it."""
        x, y, width, height = self.extents
        if width <= 0 or height <= 0:
            return False
        found = self.call('Component', 'GetAccessibleAtPoint', GLib.Variant('(iiu)', (x + width // 2, y + height // 2, 1)))
        return found[0][1] != NOTHING

    @property
    def drawn(self):
        """Whether it is drawn, and not on a page behind the one that is shown.

        GTK tells of both alike. But what is not drawn has nothing under the
        pointer, and in what is drawn at least the nearest labels are.
        """
        if self.under_pointer():
            return True
        asked = {self.path}
        for above in (self, *self.up()):
            for label in above.walk():
                if label.role == 'label' and label.name and label.path not in asked:
                    if label.under_pointer():
                        return True
                    asked.add(label.path)
                    if len(asked) > NEAREST:
                        return False
        return True

    @property
    def extents(self):
        """Where it is in its window: x, y, width, height."""
        return self.call('Component', 'GetExtents', GLib.Variant('(u)', (1,)))[0]


class Program:
    """A running program on the bus of accessibility."""

    def __init__(self, name, pid, seconds):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.events = 0
        self.connection.signal_subscribe(None, None, None, None, None, Gio.DBusSignalFlags.NONE, self._event)
        self.name = name
        self.bus_name = None
        self.wait(lambda: self._find(pid), seconds)
        if self.bus_name is None:
            raise Gone(f'{name} does not tell anything to screen readers')

    def _event(self, *_arguments):
        self.events += 1

    def _find(self, pid):
        desktop = self._call('org.a11y.atspi.Registry', ROOT, 'org.a11y.atspi.Accessible', 'GetChildren')[0]
        for bus_name, path in desktop:
            try:
                answer = self._call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                    'GetConnectionUnixProcessID', GLib.Variant('(s)', (bus_name,)))
            except Gone:
                continue
            if answer[0] == pid and path == ROOT:
                self.bus_name = bus_name
                return True
        return False

    def _call(self, bus_name, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(bus_name, path, interface, method, arguments, None,
                                             Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(f'{method} of {path}: {error.message}') from error

    def call(self, path, interface, method, arguments=None):
        return self._call(self.bus_name, path, interface, method, arguments)

    def wait(self, condition, seconds):
        """Asks again after each event, and now and then without one. Returns what the condition gave last."""
        context = GLib.MainContext.default()
        deadline = time.monotonic() + seconds
        while True:
            answer = condition()
            if answer or time.monotonic() > deadline:
                return answer
            seen = self.events
            pause = time.monotonic() + 0.05
            while self.events == seen and time.monotonic() < pause:
                if not context.iteration(False):
                    time.sleep(0.002)
            while context.iteration(False):
                pass

    def _ask_all(self, paths, method):
        """The same question to many widgets at once, for the way there and back is what takes time."""
        answers = {}

        def answered(connection, result, path):
            try:
                answers[path] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                answers[path] = None

        for path in paths:
            self.connection.call(self.bus_name, path, 'org.a11y.atspi.Accessible', method, None, None,
                                 Gio.DBusCallFlags.NO_AUTO_START, CALL_MS, None, answered, path)
        while len(answers) < len(paths):
            GLib.MainContext.default().iteration(True)
        return answers

    def look(self):
        """All that is shown, as a tree whose root is the program."""
        root = Node(self, ROOT)
        nodes = {ROOT: root}
        level = [root]
        while level:
            below = []
            answers = self._ask_all([node.path for node in level], 'GetChildren')
            for node in level:
                for _, path in (answers[node.path] or ())[:MOST_CHILDREN]:
                    if path not in nodes:
                        child = nodes[path] = Node(self, path)
                        child.parent = node
                        node.children.append(child)
                        below.append(child)
            level = below
        # The widgets that were asked are now in the program's own list of them.
        for item in self.call('/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')[0]:
            node = nodes.get(item[0][1])
            if node is not None:
                node.interfaces = tuple(name.rsplit('.', 1)[1] for name in item[5])
                node.name = item[6]
                node.role = Atspi.Role(item[7]).value_nick
                node.description = item[8]
                node.states = item[9][0] | item[9][1] << 32
        return root

