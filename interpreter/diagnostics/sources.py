"""The texts of a program's files, and what its files are called."""

from interpreter.diagnostics.places import Locator


class Sources(object):
    """``entry`` is the file that the others are for.  ``folder`` is the current
    folder, where paths are shown relative to; '' to show them as they are."""

    def __init__(self, folder=''):
        self.entry = ''
        self.texts = {}
        self.names = {}
        self.locators = {}
        self.hidden = {}
        self.folder = folder

    def add(self, path, text):
        self.texts[path] = text

    def call(self, path, name):
        """Show ``path`` as ``name``, as the user wrote it."""
        self.names[path] = name

    def text(self, path):
        """The text of a file; '' if it is not there."""
        return self.texts.get(path, '')

    def hide(self, path):
        """Never show the lines of this file."""
        self.hidden[path] = None

    def shows(self, path):
        return path not in self.hidden

    def has(self, path):
        return path in self.texts

    def name(self, path):
        """What to call a file."""
        if path in self.names:
            return self.names[path]
        folder = self.folder
        if folder != '' and path.startswith(folder + '/'):
            start = len(folder) + 1
            assert start >= 0
            return path[start:]
        return path

    def position(self, path, offset):
        """The line and the column in characters, from 1."""
        if path not in self.locators:
            self.locators[path] = Locator(self.text(path))
        return self.locators[path].position(offset)

    def place(self, path, offset):
        """``file:line:column``."""
        line, column = self.position(path, offset)
        return '%s:%d:%d' % (self.name(path), line, column)
