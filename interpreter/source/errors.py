"""Errors of the front end, and where they are in the text."""

from interpreter.diagnostics.places import position


class LexSourceError(Exception):
    """A lexical or syntax error in one text.

    ``message`` is the complete text for machines, ``offset`` the byte the error is
    about.  ``diagnosis`` is for people.
    """

    def __init__(self, message, offset):
        self.message = message
        self.offset = offset
        self.end = offset + 1
        self.is_lexical = False
        self.diagnosis = None


class LoadError(Exception):
    """A program that cannot be loaded.

    ``message`` describes the error; ``cause`` repeats the inner error where
    the command line prints a cause chain, else it is ''.  ``path``, ``line`` and
    ``column`` locate it; ``line`` is 0 when there is no position in a file.
    ``diagnosis`` is for people, None where the message serves them as well;
    ``source`` is the text of the file, and ``is_entry`` whether that is the file
    that was asked for.
    """

    def __init__(self, message, cause):
        self.message = message
        self.cause = cause
        self.path = ''
        self.offset = 0
        self.line = 0
        self.column = 0
        self.source = ''
        self.is_entry = False
        self.diagnosis = None

    def locate(self, path, text, diagnosis):
        """The error is where the Diagnosis says, in the file ``path``."""
        self.path = path
        self.source = text
        self.diagnosis = diagnosis
        diagnosis.place_in(path)
        self.offset = diagnosis.span.start
        self.line, self.column = position(text, self.offset)

    def text(self):
        """The error line of the command line, without ``error: ``."""
        if self.cause == '':
            return self.message
        return self.message + ': ' + self.cause

    def location(self):
        """``file:line:column``, or '' for an error without position."""
        if self.line == 0:
            return ''
        return '%s:%d:%d' % (self.path, self.line, self.column)
