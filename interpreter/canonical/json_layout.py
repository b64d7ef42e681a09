"""Compact JSON laid out in lines, as ``lexvm parse`` prints it."""

from rpython.rlib.rstring import StringBuilder

INDENT = '  '


def pretty(text):
    """Compact JSON laid out in lines, two spaces a level."""
    layout = Layout(len(text) * 2)
    layout.add(text)
    return layout.take()


class Layout(object):
    """Lays out compact JSON that comes in pieces, cut anywhere."""

    def __init__(self, size):
        self.size = size
        self.out = StringBuilder(size)
        self.depth = 0
        self.in_string = False
        self.escaped = False        # behind a backslash
        self.opened = False         # behind a bracket

    def take(self):
        """-> the text laid out since the last time."""
        text = self.out.build()
        self.out = StringBuilder(self.size)
        return text

    def add(self, text):
        out = self.out
        for c in text:
            if self.in_string:
                out.append(c)
                if self.escaped:
                    self.escaped = False
                elif c == '\\':
                    self.escaped = True
                elif c == '"':
                    self.in_string = False
                continue
            closes = c == '}' or c == ']'
            if closes:
                self.depth -= 1
            if closes != self.opened:
                _break_line(out, self.depth)
            self.opened = False
            out.append(c)
            if c == '{' or c == '[':
                self.depth += 1
                self.opened = True
            elif c == ',':
                _break_line(out, self.depth)
            elif c == ':':
                out.append(' ')
            elif c == '"':
                self.in_string = True


def laid_out_size(text, depth):
    """How many bytes compact JSON takes when it is laid out, starting at the
    given depth; nothing is laid out."""
    size = len(text)
    in_string = False
    escaped = False
    opened = False
    for c in text:
        if in_string:
            if escaped:
                escaped = False
            elif c == '\\':
                escaped = True
            elif c == '"':
                in_string = False
            continue
        closes = c == '}' or c == ']'
        if closes:
            depth -= 1
        if closes != opened:
            size += 1 + depth * len(INDENT)
        opened = False
        if c == '{' or c == '[':
            depth += 1
            opened = True
        elif c == ',':
            size += 1 + depth * len(INDENT)
        elif c == ':':
            size += 1
        elif c == '"':
            in_string = True
    return size


def _break_line(out, depth):
    out.append('\n')
    out.append_multiple_char(' ', depth * len(INDENT))
