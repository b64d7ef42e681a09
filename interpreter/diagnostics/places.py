"""Places in texts: byte offsets, lines and columns."""


def is_continuation(char):
    """Whether a byte of UTF-8 goes on with the character before it."""
    return 0x80 <= ord(char) < 0xc0


def clip(text, offset):
    if offset < 0:
        return 0
    if offset > len(text):
        return len(text)
    return offset


def position(text, offset):
    """The line and the column in characters of a byte offset, from 1."""
    return Locator(text).position(offset)


def line_bounds(text, offset):
    """Where the line of a byte offset starts and where its text ends."""
    offset = clip(text, offset)
    start = offset
    while start > 0 and text[start - 1] != '\n':
        start -= 1
    end = offset
    while end < len(text) and text[end] != '\n':
        end += 1
    if end > start and text[end - 1] == '\r':
        end -= 1
    return start, end


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
        offset = clip(self.text, offset)
        if offset < self.offset:
            self._go_back(offset)
        for i in range(self.offset, offset):
            char = self.text[i]
            if char == '\n':
                self.line += 1
                self.column = 1
            elif not is_continuation(char):
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
            elif not is_continuation(text[i]):
                self.column -= 1
        if not same_line:
            while i > 0 and text[i - 1] != '\n':
                i -= 1
            self.column = 1
            self.offset = i
            for k in range(i, offset):
                if not is_continuation(text[k]):
                    self.column += 1
        self.offset = offset
