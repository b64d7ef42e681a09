"""Decoding the strings and keys of a TOML text.  The functions take the text
and a Raw, and raise TomlError."""

from rpython.rlib.rstring import StringBuilder

from interpreter.formats import toml_tokens as tokens
from interpreter.formats.toml_errors import LINE_END, error
from interpreter.texts.hexadecimal import digit_value

REPLACED_ESCAPES = {
    'b': '\b', 'e': '\x1b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
    '\\': '\\', '"': '"'}
ESCAPES = '`b`, `e`, `f`, `n`, `r`, `\\`, `"`, `x`, `u`, `U`'
BARE_CHARACTERS = 'letters, numbers, `-`, `_`'
SHORT_KEYS = 'basic string, literal string'
MAX_CODE_POINT = 0x10ffff


def is_string(raw):
    return raw.kind != tokens.ATOM


def string_of(text, raw):
    """The content of a string token, as UTF-8."""
    if raw.kind == tokens.LITERAL:
        return literal(text, raw)
    if raw.kind == tokens.LONG_LITERAL:
        return long_literal(text, raw)
    if raw.kind == tokens.BASIC:
        return BasicString(text, raw, 'invalid basic string').decode()
    return LongBasicString(text, raw,
                           'invalid multi-line basic string').decode()


def key_of(text, raw):
    """A part of a key, as UTF-8."""
    if raw.kind == tokens.LONG_LITERAL:
        raise error('keys cannot be multi-line literal strings', SHORT_KEYS,
                    raw.start, raw.stop)
    if raw.kind == tokens.LONG_BASIC:
        raise error('keys cannot be multi-line basic strings', SHORT_KEYS,
                    raw.start, raw.stop)
    if is_string(raw):
        return string_of(text, raw)
    if raw.start == raw.stop:
        raise error('unquoted keys cannot be empty', BARE_CHARACTERS,
                    raw.start, raw.start)
    for i in range(raw.start, raw.stop):
        if not is_bare(text[i]):
            stop = i
            while stop < raw.stop and not is_bare(text[stop]):
                stop += 1
            raise error('invalid unquoted key', BARE_CHARACTERS, i, stop)
    return cut(text, raw.start, raw.stop)


def is_bare(c):
    return ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
            or c == '_' or c == '-')


def cut(text, start, stop):
    assert start >= 0
    assert stop >= start
    return text[start:stop]


def content_bounds(text, raw, quote, count, description):
    """Where the content starts and stops between ``count`` quotes."""
    start = raw.start + count
    stop = raw.stop - count
    expected = '`' + quote + '`'
    if raw.stop == raw.start:
        raise error(description, expected, raw.start, raw.start)
    closed = stop >= start
    for i in range(count):
        if closed and text[stop + i] != quote:
            closed = False
    if not closed:
        raise error(description, expected, raw.stop, raw.stop)
    return start, stop


def is_visible(c):
    return c == '\t' or ' ' <= c <= '~' or c >= '\x80'


def literal(text, raw):
    start, stop = content_bounds(text, raw, "'", 1, 'invalid literal string')
    for i in range(start, stop):
        if not is_visible(text[i]):
            raise error('invalid literal string',
                        'non-single-quote visible characters', i, i)
    return cut(text, start, stop)


def after_first_line_end(text, start):
    """A line end right behind the opening quotes does not count."""
    if start < len(text) and text[start] == '\n':
        return start + 1
    if (start + 1 < len(text) and text[start] == '\r'
            and text[start + 1] == '\n'):
        return start + 2
    return start


def check_return(text, i, stop):
    if i + 1 >= stop or text[i + 1] != '\n':
        raise error('carriage return must be followed by newline', LINE_END,
                    i + 1, i + 1)


def long_literal(text, raw):
    description = 'invalid multi-line literal string'
    start, stop = content_bounds(text, raw, "'", 3, description)
    start = after_first_line_end(text, start)
    for i in range(start, stop):
        c = text[i]
        if c == '\r':
            check_return(text, i, stop)
        elif c != '\n' and not is_visible(c):
            raise error(description, 'non-single-quote characters', i, i)
    return cut(text, start, stop)


class BasicString(object):
    """A decoder of a string with escapes."""

    quotes = 1

    def __init__(self, text, raw, description):
        self.text = text
        self.description = description
        start, stop = content_bounds(text, raw, '"', self.quotes, description)
        self.position = start
        self.stop = stop
        self.result = StringBuilder()

    def decode(self):
        while self.position < self.stop:
            c = self.text[self.position]
            if c == '\\':
                self.position += 1
                self.escape()
            elif self.is_plain(c):
                self.result.append(c)
                self.position += 1
            else:
                self.unusual(c)
        return self.result.build()

    def is_plain(self, c):
        return is_visible(c) and c != '"'

    def unusual(self, c):
        """Handle a character that is not plain."""
        raise self.invalid('non-double-quote visible characters, `\\`')

    def invalid(self, expected):
        stop = self.position
        while (stop < self.stop and self.text[stop] != '\\'
               and not self.is_plain(self.text[stop])):
            stop += 1
        return error(self.description, expected, self.position, stop)

    def escape(self):
        start = self.position
        c = '\x00'
        if start < self.stop:
            c = self.text[start]
        self.position += 1
        if c == 'x':
            self.code_point(2)
        elif c == 'u':
            self.code_point(4)
        elif c == 'U':
            self.code_point(8)
        elif c in REPLACED_ESCAPES:
            self.result.append(REPLACED_ESCAPES[c])
        else:
            raise error('missing escaped value', ESCAPES, start, start)

    def code_point(self, count):
        expected = 'unicode hexadecimal value'
        start = self.position
        code = 0
        for i in range(count):
            digit = -1
            if self.position < self.stop:
                digit = digit_value(self.text[self.position])
            if digit < 0:
                raise error('too few unicode value digits', expected,
                            self.position, self.position)
            code = code << 4 | digit
            self.position += 1
        if code > MAX_CODE_POINT or 0xd800 <= code <= 0xdfff:
            raise error('invalid value', expected, start, start)
        append_code_point(self.result, code)


class LongBasicString(BasicString):
    """Between triple quotes: lines, and backslashes that join them."""

    quotes = 3

    def __init__(self, text, raw, description):
        BasicString.__init__(self, text, raw, description)
        self.position = min(after_first_line_end(text, self.position),
                            self.stop)

    def is_plain(self, c):
        return is_visible(c) or c == '\n'

    def unusual(self, c):
        if c != '\r':
            raise self.invalid('`\\`, characters')
        check_return(self.text, self.position, self.stop)
        self.result.append('\r\n')
        self.position += 2

    def escape(self):
        if self.position < self.stop:
            c = self.text[self.position]
            if c == ' ' or c == '\t' or c == '\r' or c == '\n':
                self.join_lines()
                return
        BasicString.escape(self)

    def join_lines(self):
        """Leave out everything up to the next visible character; the line
        must end behind the backslash."""
        ended = False
        while self.position < self.stop:
            c = self.text[self.position]
            if c == '\r':
                check_return(self.text, self.position, self.stop)
            elif c == '\n':
                ended = True
            elif c != ' ' and c != '\t':
                break
            self.position += 1
        if not ended:
            raise error(self.description, LINE_END, self.position,
                        self.position)


def append_code_point(builder, code):
    """Append as UTF-8."""
    if code < 0x80:
        builder.append(chr(code))
    elif code < 0x800:
        builder.append(chr(0xc0 | code >> 6))
        builder.append(chr(0x80 | code & 0x3f))
    elif code < 0x10000:
        builder.append(chr(0xe0 | code >> 12))
        builder.append(chr(0x80 | (code >> 6) & 0x3f))
        builder.append(chr(0x80 | code & 0x3f))
    else:
        builder.append(chr(0xf0 | code >> 18))
        builder.append(chr(0x80 | (code >> 12) & 0x3f))
        builder.append(chr(0x80 | (code >> 6) & 0x3f))
        builder.append(chr(0x80 | code & 0x3f))
