"""Diagnoses as text for people.

::

    error: `price` is not defined
      --> shop.lex:4:13
       |
     4 |   list.fold(price, 0, add)
       |             ^^^^^
      help: did you mean `prices`?
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.diagnostics import diagnosis as kinds
from interpreter.diagnostics.places import clip, is_continuation, line_bounds

# Longest stretch of a source line that is shown, in bytes.
WIDTH = 76

# So many remarks about other places are shown.
MOST_NOTES = 4


def report(diagnosis, sources, paint):
    """The text of a Diagnosis, with a newline at its end."""
    out = StringBuilder()
    _headline(out, diagnosis, paint)
    span = diagnosis.span
    if span.is_known() and sources.has(span.path):
        _excerpt(out, diagnosis, sources, paint)
    for text in diagnosis.helps:
        out.append('  ' + paint.help('help') + ': ' + printable(text) + '\n')
    return out.build()


def report_all(diagnoses, sources, paint):
    """The texts of several, with a blank line between them."""
    return '\n'.join([report(each, sources, paint) for each in diagnoses])


def printable(text):
    """``text`` without characters that would steer a terminal."""
    chars = []
    for c in text:
        if (c < ' ' and c != '\t') or c == '\x7f':
            c = ' '
        chars.append(c)
    return ''.join(chars)


def _headline(out, diagnosis, paint):
    head = diagnosis.severity
    if diagnosis.code != '':
        head += '[' + diagnosis.code + ']'
    if diagnosis.severity == kinds.WARNING:
        out.append(paint.warning(head))
    else:
        out.append(paint.error(head))
    out.append(paint.strong(': ' + printable(diagnosis.title)))
    out.append('\n')


class _Mark(object):
    """A label below a source line; ``start`` and ``end`` within the file."""

    def __init__(self, line, label, is_primary):
        self.line = line
        self.label = label
        self.is_primary = is_primary


def _excerpt(out, diagnosis, sources, paint):
    """The place, and the lines with labels; those of other files below."""
    span = diagnosis.span
    here = [_mark(sources, kinds.Label(span, diagnosis.label), True)]
    elsewhere = []
    shown = 0
    for label in diagnosis.notes:
        if not sources.has(label.span.path):
            continue
        shown += 1
        if shown > MOST_NOTES:
            continue
        mark = _mark(sources, label, False)
        if label.span.path == span.path:
            _insert(here, mark)
        else:
            elsewhere.append(mark)
    margin = 0
    for mark in here + elsewhere:
        margin = max(margin, len(str(mark.line)))
    out.append(' ' * (margin + 1) + paint.frame('-->') + ' ')
    out.append(printable(sources.place(span.path, span.start)) + '\n')
    _lines(out, here, sources, margin, paint)
    for mark in elsewhere:
        other = mark.label.span
        out.append(' ' * (margin + 1) + paint.frame(':::') + ' ')
        out.append(printable(sources.place(other.path, other.start)) + '\n')
        _lines(out, [mark], sources, margin, paint)
    if shown > MOST_NOTES:
        out.append('%s%s and %d more places\n' % (
            ' ' * (margin + 1), paint.frame('...'), shown - MOST_NOTES))


def _mark(sources, label, is_primary):
    line, _ = sources.position(label.span.path, label.span.start)
    return _Mark(line, label, is_primary)


def _insert(marks, mark):
    """Keep the marks in the order of their lines, then of their columns."""
    marks.append(mark)
    i = len(marks) - 1
    while i > 0 and mark.label.span.start < marks[i - 1].label.span.start:
        marks[i] = marks[i - 1]
        i -= 1
    marks[i] = mark


def _lines(out, marks, sources, margin, paint):
    if not sources.shows(marks[0].label.span.path):
        return
    bar = paint.frame(' ' * (margin + 2) + '|')
    out.append(bar + '\n')
    i = 0
    while i < len(marks):
        line = marks[i].line
        count = 1
        while i + count < len(marks) and marks[i + count].line == line:
            count += 1
        text = sources.text(marks[i].label.span.path)
        window = _window(text, marks, i, count)
        number = str(line)
        out.append(' ' * (margin + 1 - len(number)))
        out.append(paint.frame(number + ' |') + ' ')
        out.append(printable(text[window.start:window.end]) + '\n')
        for k in range(i, i + count):
            out.append(bar + ' ')
            _underline(out, text, window, marks[k], paint)
        i += count
        if i < len(marks) and marks[i].line > line + 1:
            out.append(paint.frame(' ' * (margin + 1) + '...') + '\n')


class _Window(object):
    """The part of a line that is shown."""

    def __init__(self, start, end):
        assert start >= 0
        assert end >= 0
        self.start = start
        self.end = end


def _window(text, marks, first, count):
    """A line that is too long is cut around its first primary mark."""
    offset = clip(text, marks[first].label.span.start)
    for i in range(first, first + count):
        if marks[i].is_primary:
            offset = clip(text, marks[i].label.span.start)
    start, end = line_bounds(text, offset)
    if end - start > WIDTH:
        start = max(start, offset - WIDTH // 2)
        while start < offset and is_continuation(text[start]):
            start += 1
        end = min(end, start + WIDTH)
        while end > offset and end < len(text) and is_continuation(text[end]):
            end -= 1
    return _Window(start, max(start, end))


def _underline(out, text, window, mark, paint):
    span = mark.label.span
    start = min(max(clip(text, span.start), window.start), window.end)
    end = min(clip(text, span.end), window.end)
    for i in range(window.start, start):
        char = text[i]
        if char == '\t':
            out.append('\t')
        elif not is_continuation(char):
            out.append(' ')
    width = 0
    for i in range(start, end):
        if not is_continuation(text[i]):
            width += 1
    width = max(width, 1)
    remark = ''
    if mark.label.text != '':
        remark = ' ' + printable(mark.label.text)
    if not mark.is_primary:
        out.append(paint.frame('-' * width + remark))
    else:
        out.append(paint.error('^' * width + remark))
    out.append('\n')
