"""std.csv: RFC 4180 without a header rule."""

from rpython.rlib import jit
from rpython.rlib.objectmodel import newlist_hint
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.list import ListBuilder, W_List
from interpreter.objects.list_storage import LONGEST_PIECE, PiecesStorage, piece_place
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib.args import to_list, to_str
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import COUNTED


BYTE_ORDER_MARK = '\xef\xbb\xbf'


def is_line_end(char):
    return char == '\n' or char == '\r'


class Reader(object):
    """Finds the fields of a text.  Rows are windows on one storage of fields,
    so that parsing makes one object for each row."""

    def __init__(self, text):
        self.text = text
        self.places = newlist_hint(len(text) // 8)
        self.others = []

    def rows(self):
        """The list of rows; blank lines give none."""
        text = self.text
        size = len(text)
        storage = PiecesStorage(text, self.places, self.others)
        builder = ListBuilder()
        i = 0
        if text.startswith(BYTE_ORDER_MARK):
            i = len(BYTE_ORDER_MARK)
        while i < size:
            if is_line_end(text[i]):
                i += 1
                continue
            first = len(self.places)
            i = self.field(i)
            while i < size and text[i] == ',':
                i = self.field(i + 1)
            count = len(self.places) - first
            builder.append(W_List(storage, first, count))
            i += 1
        return builder.build()

    def field(self, i):
        """Read a field from byte ``i``; the position of what ends it."""
        text = self.text
        if i < len(text) and text[i] == '"':
            return self.quoted(i + 1)
        start = i
        while i < len(text):
            c = text[i]
            if c == ',' or c == '\n' or c == '\r':
                break
            i += 1
        if i - start > LONGEST_PIECE:
            self.add_other(piece(text, start, i))
        else:
            self.places.append(piece_place(start, i - start))
        return i

    def quoted(self, i):
        """Read a field from behind its opening quote."""
        text = self.text
        field = StringBuilder()
        start = i
        while i < len(text):
            if text[i] == '"':
                field.append(piece(text, start, i))
                i += 1
                start = i
                if i >= len(text) or text[i] != '"':
                    break
            i += 1
        while i < len(text) and text[i] != ',' and not is_line_end(text[i]):
            i += 1
        field.append(piece(text, start, i))
        self.add_other(field.build())
        return i

    def add_other(self, field):
        """Add a field that is not a piece of the text, or a very long one."""
        self.others.append(field)
        self.places.append(-len(self.others))


def piece(text, start, stop):
    assert start >= 0
    assert stop >= 0
    return text[start:stop]


@pure('csv', 'parse', COUNTED)
@jit.dont_look_inside
def parse(w_text):
    text = to_str(w_text)
    pace.work(len(text))
    return ok(Reader(text).rows())


def needs_quotes(field):
    for c in field:
        if c == ',' or c == '"' or is_line_end(c):
            return True
    return False


def append_field(builder, field):
    if not needs_quotes(field):
        builder.append(field)
        return
    builder.append('"')
    for c in field:
        if c == '"':
            builder.append('"')
        builder.append(c)
    builder.append('"')


@pure('csv', 'stringify', COUNTED)
@jit.dont_look_inside
def stringify(w_rows):
    w_rows = to_list(w_rows)
    builder = StringBuilder()
    width = -1
    for i in range(w_rows.length()):
        w_row = to_list(w_rows.getitem(i))
        count = w_row.length()
        if width >= 0 and count != width:
            return err_str(
                'csv.stringify: CSV error: found record with %d fields, '
                'but the previous record has %d fields' % (count, width))
        width = count
        start = builder.getlength()
        for k in range(count):
            if k > 0:
                builder.append(',')
            field = to_str(w_row.getitem(k))
            pace.work(1 + len(field))
            append_field(builder, field)
        if builder.getlength() == start:
            builder.append('""')
        builder.append('\n')
    return ok(newstr(builder.build()))
