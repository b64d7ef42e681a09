"""Reads long JSON texts in place: values stay slices of the text.

Nothing here is recursive, so nesting is limited by memory only.
"""

from rpython.rlib.listsort import make_timsort_class

from interpreter.canonical.json import quote
from interpreter.objects.json import to_json
from interpreter.objects.json_reader import JsonError, from_plain_json
from interpreter.objects.numbers import W_Float, W_Int
from interpreter.objects.text import W_Str

# Integers of this many digits fit 64 bits.
SAFE_DIGITS = 18

END = '\0'


class Value(object):
    """A JSON value in canonical form: a slice of the scanned text, or a text of
    its own if it was written differently."""

    def __init__(self, start, stop, own):
        self.start = start
        self.stop = stop
        self.own = own

    def get(self, text):
        if self.own != '':
            return self.own
        start = self.start
        stop = self.stop
        assert start >= 0
        assert stop >= 0
        return text[start:stop]


class _Level(object):
    """An array or object that is being scanned.  ``key`` is the last key."""

    def __init__(self, is_object):
        self.is_object = is_object
        self.count = 0
        self.key = ''


class _Container(object):
    """An array or object that is being rewritten; arrays have no keys."""

    def __init__(self, is_object):
        self.is_object = is_object
        self.values = []
        self.entries = {}
        self.key = ''

    def add(self, text):
        if self.is_object:
            self.entries[self.key] = text
        else:
            self.values.append(text)

    def text(self):
        if not self.is_object:
            return '[' + ','.join(self.values) + ']'
        keys = self.entries.keys()
        _StringSort(keys).sort()
        return '{' + ','.join([quote(key) + ':' + self.entries[key]
                               for key in keys]) + '}'


_StringSort = make_timsort_class()


class Scanner(object):
    """A position in a JSON text.  All methods skip white space first and raise
    JsonError."""

    def __init__(self, text):
        self.text = text
        self.pos = 0
        self.spaced = False         # was white space skipped?

    def error(self, msg):
        return self.error_at(msg, self.pos)

    def error_at(self, msg, pos):
        line = 1
        line_start = 0
        stop = min(pos, len(self.text))
        for i in range(stop):
            if self.text[i] == '\n':
                line += 1
                line_start = i + 1
        return JsonError(msg, pos, line, stop - line_start + 1)

    def peek(self):
        """-> the next character, not consumed; END behind the last one."""
        text = self.text
        pos = self.pos
        while pos < len(text):
            c = text[pos]
            if c != ' ' and c != '\n' and c != '\t' and c != '\r':
                self.pos = pos
                return c
            self.spaced = True
            pos += 1
        self.pos = pos
        return END

    def expect(self, wanted):
        if self.peek() != wanted:
            raise self.error(self.unexpected('`%s`' % wanted))
        self.pos += 1

    def unexpected(self, wanted):
        if self.pos >= len(self.text):
            return 'expected %s, found the end of the text' % wanted
        return 'expected %s' % wanted

    def end(self):
        """Make sure that nothing follows."""
        self.peek()
        if self.pos < len(self.text):
            raise self.error('trailing characters')

    def more(self, first, closing):
        """Inside an array or object: is there another item?  Consumes the
        comma before it, or the closing bracket."""
        c = self.peek()
        if c == closing:
            self.pos += 1
            return False
        if first:
            return True
        if c != ',':
            raise self.error(self.unexpected('`,` or `%s`' % closing))
        self.pos += 1
        return True

    def key(self):
        """A key and its colon."""
        if self.peek() != '"':
            raise self.error(self.unexpected('a key'))
        key = self.string()
        self.expect(':')
        return key

    def string(self):
        """-> the content of a string."""
        if self.peek() != '"':
            raise self.error(self.unexpected('a string'))
        start = self.pos
        if not self.skip_string():
            return self.decoded(start, self.pos)
        first = start + 1
        last = self.pos - 1
        assert first >= 0
        assert last >= 0
        return self.text[first:last]

    def skip_string(self):
        """Consume a string; -> has it no escapes?"""
        text = self.text
        start = self.pos
        pos = start + 1
        plain = True
        while pos < len(text):
            c = text[pos]
            if c == '"':
                self.pos = pos + 1
                return plain
            if c < ' ':
                raise self.error_at('control character in a string', pos)
            if c == '\\':
                plain = False
                pos += 1
            pos += 1
        raise self.error_at('string without an end', start)

    def decoded(self, start, stop):
        """-> the content of the string with escapes from start to stop."""
        assert start >= 0
        assert stop >= 0
        try:
            w_text = from_plain_json(self.text[start:stop])
        except JsonError as error:
            raise self.error_at(error.msg, start + error.offset)
        assert isinstance(w_text, W_Str)
        return w_text.utf8_w()

    def unsigned(self):
        """-> a number without sign, fraction and exponent."""
        c = self.peek()
        start = self.pos
        text = self.text
        pos = start
        while pos < len(text) and '0' <= text[pos] <= '9':
            pos += 1
        assert start >= 0
        if pos == start or pos - start > SAFE_DIGITS or (
                c == '0' and pos > start + 1):
            raise self.error('expected a whole number')
        self.pos = pos
        if self.at_number_char():
            raise self.error_at('expected a whole number', start)
        return int(text[start:pos])

    def at_number_char(self):
        if self.pos >= len(self.text):
            return False
        c = self.text[self.pos]
        return ('0' <= c <= '9' or c == '-' or c == '+' or c == '.' or
                c == 'e' or c == 'E')

    def scalar(self):
        """Consume a string, number, true, false or null; -> its canonical
        text, or '' if that is how it is written."""
        c = self.peek()
        start = self.pos
        assert start >= 0
        if c == '"':
            if self.skip_string():
                return ''
            return self.rewritten(start, quote(self.decoded(start, self.pos)))
        if c == '-' or '0' <= c <= '9':
            while self.at_number_char():
                self.pos += 1
            stop = self.pos
            if stop - start <= SAFE_DIGITS and _is_plain_integer(
                    self.text, start, stop):
                return ''
            return self.number(start, stop)
        for word in ['null', 'true', 'false']:
            if self.has(word, start):
                self.pos += len(word)
                return ''
        raise self.error(self.unexpected('a value'))

    def rewritten(self, start, text):
        """-> ``text``, or '' if the text from ``start`` to here is the same."""
        stop = self.pos
        assert start >= 0
        assert stop >= 0
        if text == self.text[start:stop]:
            return ''
        return text

    def number(self, start, stop):
        assert start >= 0
        assert stop >= 0
        try:
            w_number = from_plain_json(self.text[start:stop])
        except JsonError as error:
            raise self.error_at(error.msg, start)
        if not (isinstance(w_number, W_Int) or isinstance(w_number, W_Float)):
            raise self.error_at('invalid number', start)
        return self.rewritten(start, to_json(w_number))

    def value(self):
        """Consume any value."""
        self.peek()
        start = self.pos
        self.spaced = False
        if self.skip_value():
            return Value(start, self.pos, '')
        self.pos = start
        return Value(0, 0, self.canonical_value())

    def skip_value(self):
        """Consume any value; -> is it in canonical form, which has no white
        space and sorted keys?"""
        levels = []
        canonical = True
        while True:
            # A value starts here.
            c = self.peek()
            if c == '[' or c == '{':
                self.pos += 1
                levels.append(_Level(c == '{'))
            elif self.scalar() != '':
                canonical = False
            # After a value or an opening bracket.
            while len(levels) > 0:
                level = levels[-1]
                if not level.is_object:
                    if self.more(level.count == 0, ']'):
                        level.count += 1
                        break
                elif self.more(level.count == 0, '}'):
                    self.peek()
                    start = self.pos
                    key = self.key()
                    if level.count > 0 and key <= level.key:
                        canonical = False
                    if not self.starts_with_quoted(start, key):
                        canonical = False
                    level.key = key
                    level.count += 1
                    break
                levels.pop()
            if len(levels) == 0:
                return canonical and not self.spaced

    def starts_with_quoted(self, start, key):
        """Is ``key`` at ``start`` written as canonical JSON writes it?"""
        return self.has('"' + key + '"', start) or self.has(quote(key), start)

    def has(self, part, start):
        """Is ``part`` at ``start``?"""
        text = self.text
        if start + len(part) > len(text):
            return False
        for i in range(len(part)):
            if text[start + i] != part[i]:
                return False
        return True

    def canonical_value(self):
        """Consume any value; -> its canonical text.  The value is known to be
        valid."""
        open = []
        while True:
            c = self.peek()
            text = ''
            if c == '[' or c == '{':
                self.pos += 1
                open.append(_Container(c == '{'))
            else:
                start = self.pos
                text = self.scalar()
                if text == '':
                    stop = self.pos
                    assert start >= 0
                    assert stop >= 0
                    text = self.text[start:stop]
            while len(open) > 0:
                container = open[-1]
                first = text == ''
                if not first:
                    container.add(text)
                if not container.is_object:
                    if self.more(first, ']'):
                        break
                elif self.more(first, '}'):
                    container.key = self.key()
                    break
                open.pop()
                text = container.text()
            if len(open) == 0:
                return text


def _is_plain_integer(text, start, stop):
    """Is it an integer as canonical JSON writes it?"""
    if text[start] == '-':
        start += 1
        if start < stop and text[start] == '0':
            return False
    if start >= stop or (text[start] == '0' and stop > start + 1):
        return False
    for i in range(start, stop):
        if not '0' <= text[i] <= '9':
            return False
    return True
