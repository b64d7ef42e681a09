"""std.csv: RFC 4180 without a header rule."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.list import ListBuilder, newlist_str
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib.args import to_list, to_str
from interpreter.stdlib.registry import pure


BYTE_ORDER_MARK = '\xef\xbb\xbf'


def is_line_end(char):
    return char == '\n' or char == '\r'


@jit.dont_look_inside
def parse_records(text):
    """The rows of a CSV text as lists of fields; blank lines give none."""
    rows = []
    i = 0
    if text.startswith(BYTE_ORDER_MARK):
        i = len(BYTE_ORDER_MARK)
    while i < len(text):
        if is_line_end(text[i]):
            i += 1
            continue
        row = []
        while True:
            field = StringBuilder()
            i = parse_field(text, i, field)
            row.append(field.build())
            if i >= len(text) or text[i] != ',':
                break
            i += 1
        rows.append(row)
        i += 1
    return rows


def parse_field(text, i, field):
    """Read a field from byte ``i``; the position of what ends it."""
    if i < len(text) and text[i] == '"':
        i += 1
        while i < len(text):
            if text[i] == '"':
                i += 1
                if i >= len(text) or text[i] != '"':
                    break
            field.append(text[i])
            i += 1
    while i < len(text) and text[i] != ',' and not is_line_end(text[i]):
        field.append(text[i])
        i += 1
    return i


@pure('csv', 'parse')
@jit.dont_look_inside
def parse(w_text):
    builder = ListBuilder()
    for row in parse_records(to_str(w_text)):
        builder.append(newlist_str(row))
    return ok(builder.build())


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


@pure('csv', 'stringify')
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
            append_field(builder, to_str(w_row.getitem(k)))
        if builder.getlength() == start:
            builder.append('""')
        builder.append('\n')
    return ok(newstr(builder.build()))
