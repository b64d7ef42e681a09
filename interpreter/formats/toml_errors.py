"""Why a text is not TOML, with a picture of the place."""

from rpython.rlib.rstring import StringBuilder

NOTHING = 'nothing'
LINE_END = 'newline'
NO_PLACE = -1


class TomlError(Exception):
    """``start`` .. ``stop`` are bytes of the text; NO_PLACE if the whole text
    is meant."""

    def __init__(self, msg, start, stop):
        self.msg = msg
        self.start = start
        self.stop = stop

    def report(self, text):
        """The message of several lines that shows the place in the text."""
        builder = StringBuilder()
        if self.start != NO_PLACE:
            append_place(builder, text, self.start, self.stop)
        builder.append(self.msg)
        builder.append('\n')
        return builder.build()

    def position(self, text):
        """The line and the column, from 1, of the place."""
        line, line_start, column = locate(text, max(self.start, 0))
        return line, column + 1


def error(description, expected, start, stop):
    """An error that names what would be right: ``NOTHING``, ```x```, ``a``."""
    return TomlError(description + ', expected ' + expected, start, stop)


def append_place(builder, text, start, stop):
    line, line_start, column = locate(text, start)
    number = str(line)
    line_end = text.find('\n', line_start)
    if line_end < 0:
        line_end = len(text)
    assert line_start >= 0
    builder.append('TOML parse error at line %s, column %d\n'
                   % (number, column + 1))
    append_margin(builder, len(number))
    builder.append('\n')
    builder.append(number)
    builder.append(' | ')
    builder.append(text[line_start:line_end])
    builder.append('\n')
    append_margin(builder, len(number))
    builder.append_multiple_char(' ', column + 1)
    width = min(stop - start, line_end - line_start - column)
    builder.append_multiple_char('^', max(width, 1))
    builder.append('\n')


def append_margin(builder, width):
    builder.append_multiple_char(' ', width + 1)
    builder.append('|')


def locate(text, index):
    """The number of the line with byte ``index``, where it starts, and the
    column in code points, from 0.  A place at the end of the text belongs to
    its last byte's line."""
    if len(text) == 0:
        return 1, 0, index
    inside = min(index, len(text) - 1)
    line = 1
    line_start = 0
    for i in range(inside):
        if text[i] == '\n':
            line += 1
            line_start = i + 1
    if text[inside] >= '\xc0':
        return line, line_start, index - line_start
    column = -1
    for i in range(line_start, inside + 1):
        if not '\x80' <= text[i] < '\xc0':
            column += 1
    return line, line_start, column + index - inside
