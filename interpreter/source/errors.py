"""Errors of the front end, and where they are in the text."""

from rpython.rlib.rstring import StringBuilder

# Longest stretch of a source line that an excerpt shows.
EXCERPT_WIDTH = 76


class LexSourceError(Exception):
    """A lexical or syntax error in one text.

    ``message`` is the complete text, ``offset`` the byte the error is about.
    """

    def __init__(self, message, offset):
        self.message = message
        self.offset = offset


class LoadError(Exception):
    """A program that cannot be loaded.

    ``message`` describes the error; ``cause`` repeats the inner error where
    the command line prints a cause chain, else it is ''.  ``path``, ``line``,
    ``column`` and ``excerpt`` locate it; ``line`` is 0 when there is no
    position in a file.
    """

    def __init__(self, message, cause):
        self.message = message
        self.cause = cause
        self.path = ''
        self.offset = 0
        self.line = 0
        self.column = 0
        self.excerpt = ''

    def locate(self, path, text, offset):
        self.path = path
        self.offset = offset
        self.line, self.column = position(text, offset)
        self.excerpt = excerpt(text, offset)

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


def _is_continuation(char):
    return 0x80 <= ord(char) < 0xc0


def _clip(text, offset):
    if offset < 0:
        return 0
    if offset > len(text):
        return len(text)
    return offset


def position(text, offset):
    """The line and the column in characters of a byte offset, from 1."""
    return Locator(text).position(offset)


class Locator(object):
    """Finds the positions of many offsets of one text, quickly if each is
    near the one before."""

    def __init__(self, text):
        self.text = text
        self.offset = 0
        self.line = 1
        self.column = 1

    def position(self, offset):
        """The line and the column in characters of a byte offset, from 1."""
        offset = _clip(self.text, offset)
        if offset < self.offset:
            self._go_back(offset)
        for i in range(self.offset, offset):
            char = self.text[i]
            if char == '\n':
                self.line += 1
                self.column = 1
            elif not _is_continuation(char):
                self.column += 1
        self.offset = offset
        return self.line, self.column

    def _go_back(self, offset):
        """To ``offset``, or to the start of its line if that is another."""
        text = self.text
        same_line = True
        i = self.offset
        while i > offset:
            i -= 1
            if text[i] == '\n':
                same_line = False
                self.line -= 1
            elif not _is_continuation(text[i]):
                self.column -= 1
        if not same_line:
            while i > 0 and text[i - 1] != '\n':
                i -= 1
            self.column = 1
        self.offset = i


def excerpt(text, offset):
    """The source line of a byte offset and, below it, a caret.

    A line too long to show is cut on both sides of the offset.
    """
    offset = _clip(text, offset)
    first = max(0, offset - EXCERPT_WIDTH - 1)
    start = offset
    while start > first and text[start - 1] != '\n':
        start -= 1
    last = min(len(text), offset + EXCERPT_WIDTH + 1)
    end = offset
    while end < last and text[end] != '\n':
        end += 1
    if end > start and text[end - 1] == '\r':
        end -= 1
    if end - start > EXCERPT_WIDTH:
        start = max(start, offset - EXCERPT_WIDTH // 2)
        while start < offset and _is_continuation(text[start]):
            start += 1
        end = min(end, start + EXCERPT_WIDTH)
        while end > offset and end < len(text) and _is_continuation(text[end]):
            end -= 1
    assert start >= 0
    if end < start:
        end = start
    builder = StringBuilder()
    builder.append(text[start:end])
    builder.append('\n')
    for i in range(start, offset):
        char = text[i]
        if char == '\t':
            builder.append('\t')
        elif not _is_continuation(char):
            builder.append(' ')
    builder.append('^')
    return builder.build()
