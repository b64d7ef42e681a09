"""JSON: documents to values.

The reader follows RFC 8259 strictly; docs/language.rst tells which value a document stands
for.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rfloat import isfinite, rstring_to_float
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.json import W_Unsigned
from interpreter.objects.list import ListBuilder, W_List
from interpreter.objects.numbers import newfloat, newint, w_false, w_true, w_unit
from interpreter.objects.record import record_from_pairs
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import Constructor, newvariant
from interpreter.texts.hexadecimal import digit_value

# Containers may nest this deep minus one in documents that are read.
DEPTH_LIMIT = 128


class JsonError(Exception):
    """A text is not a JSON document.  ``offset`` is a byte offset; ``text()``
    names the place by line and column (bytes of the line up to the place)."""

    def __init__(self, msg, offset, line, column):
        self.msg = msg
        self.offset = offset
        self.line = line
        self.column = column

    def text(self):
        return '%s at line %d column %d' % (self.msg, self.line, self.column)

    def __str__(self):
        return self.text()


@jit.dont_look_inside
def from_json(text, decode_bytes=True):
    """The value of a document.  Raises JsonError.

    Objects become records, except tagged variants and, if ``decode_bytes``,
    tagged byte sequences; arrays become lists."""
    return _Reader(text, decode_bytes, True).document()


@jit.dont_look_inside
def from_plain_json(text):
    """Like ``from_json`` with no object taken for anything but a record."""
    return _Reader(text, False, False).document()


@jit.dont_look_inside
def from_exact_json(text):
    """Like ``from_plain_json``, with W_Unsigned for some numbers: only good
    for looking at."""
    reader = _Reader(text, False, False)
    reader.keeps_unsigned = True
    return reader.document()


def decode_tags(names, values, decode_bytes=True):
    """The value for an object with these fields, in any order: a variant,
    bytes or a record."""
    variant = -1
    args = -1
    for i in range(len(names)):
        if names[i] == '$variant':
            variant = i
        elif names[i] == 'args':
            args = i
    if variant >= 0 and args >= 0:
        w_name = values[variant]
        w_args = values[args]
        if isinstance(w_name, W_Str) and isinstance(w_args, W_List):
            args_w = [w_args.getitem(i) for i in range(w_args.length())]
            return newvariant(Constructor.of(w_name.utf8_w()), args_w)
    if decode_bytes and len(names) > 0 and names[0] == '$bytes':
        single = True
        for i in range(len(names)):
            if names[i] != '$bytes':
                single = False
        w_hex = values[len(values) - 1]
        if single and isinstance(w_hex, W_Str):
            data = _bytes_of_hex(w_hex.utf8_w())
            if data is not None:
                return W_Bytes(data)
    return record_from_pairs(names, values)


def _bytes_of_hex(text):
    if len(text) % 2 != 0:
        return None
    builder = StringBuilder(len(text) // 2)
    for i in range(0, len(text), 2):
        high = digit_value(text[i])
        low = digit_value(text[i + 1])
        if high < 0 or low < 0:
            return None
        builder.append(chr(high * 16 + low))
    return builder.build()


def _append_utf8(builder, code):
    if code < 0x80:
        builder.append(chr(code))
    elif code < 0x800:
        builder.append(chr(0xc0 | (code >> 6)))
        builder.append(chr(0x80 | (code & 0x3f)))
    elif code < 0x10000:
        builder.append(chr(0xe0 | (code >> 12)))
        builder.append(chr(0x80 | ((code >> 6) & 0x3f)))
        builder.append(chr(0x80 | (code & 0x3f)))
    else:
        builder.append(chr(0xf0 | (code >> 18)))
        builder.append(chr(0x80 | ((code >> 12) & 0x3f)))
        builder.append(chr(0x80 | ((code >> 6) & 0x3f)))
        builder.append(chr(0x80 | (code & 0x3f)))


END = '\0'      # what ``peek`` gives after the last character


class _Reader(object):
    """A recursive descent parser; DEPTH_LIMIT bounds the recursion."""

    def __init__(self, text, decode_bytes, decode_variants):
        self.text = text
        self.pos = 0
        self.depth = 0
        self.decode_bytes = decode_bytes
        self.decode_variants = decode_variants
        self.keeps_unsigned = False

    def document(self):
        w_value = self.value()
        self.skip_whitespace()
        if not self.at_end():
            raise self.error_at_next('trailing characters')
        return w_value

    # Errors name the place after the last consumed character, or after the
    # next one if that is to blame.

    def error(self, msg):
        line = 1
        line_start = 0
        for i in range(self.pos):
            if self.text[i] == '\n':
                line += 1
                line_start = i + 1
        return JsonError(msg, self.pos, line, self.pos - line_start)

    def error_at_next(self, msg):
        if not self.at_end():
            self.pos += 1
        return self.error(msg)

    def at_end(self):
        return self.pos >= len(self.text)

    def peek(self):
        if self.pos >= len(self.text):
            return END
        return self.text[self.pos]

    def take(self, eof_msg):
        """Consume a character."""
        if self.pos >= len(self.text):
            raise self.error(eof_msg)
        c = self.text[self.pos]
        self.pos += 1
        return c

    def skip_whitespace(self):
        text = self.text
        pos = self.pos
        while pos < len(text):
            c = text[pos]
            if c != ' ' and c != '\n' and c != '\t' and c != '\r':
                break
            pos += 1
        self.pos = pos

    def value(self):
        self.skip_whitespace()
        if self.at_end():
            raise self.error('EOF while parsing a value')
        c = self.text[self.pos]
        if c == '"':
            self.pos += 1
            return newstr(self.string())
        if c == '-' or '0' <= c <= '9':
            return self.number()
        if c == '[' or c == '{':
            self.depth += 1
            if self.depth >= DEPTH_LIMIT:
                raise self.error_at_next('recursion limit exceeded')
            self.pos += 1
            if c == '[':
                w_value = self.array()
            else:
                w_value = self.object()
            self.depth -= 1
            return w_value
        if c == 'n':
            self.word('null')
            return w_unit
        if c == 't':
            self.word('true')
            return w_true
        if c == 'f':
            self.word('false')
            return w_false
        raise self.error_at_next('expected value')

    def word(self, word):
        for i in range(len(word)):
            if self.take('EOF while parsing a value') != word[i]:
                raise self.error('expected ident')

    def array(self):
        items = ListBuilder()
        while True:
            self.skip_whitespace()
            if self.at_end():
                raise self.error('EOF while parsing a list')
            c = self.peek()
            if c == ']':
                self.pos += 1
                return items.build()
            if items.length() > 0:
                if c != ',':
                    raise self.error_at_next('expected `,` or `]`')
                self.pos += 1
                self.skip_whitespace()
                if self.peek() == ']':
                    raise self.error_at_next('trailing comma')
            items.append(self.value())

    def object(self):
        names = []
        values = []
        while True:
            self.skip_whitespace()
            if self.at_end():
                raise self.error('EOF while parsing an object')
            c = self.peek()
            if c == '}':
                self.pos += 1
                break
            if len(names) > 0:
                if c != ',':
                    raise self.error_at_next('expected `,` or `}`')
                self.pos += 1
                self.skip_whitespace()
                if self.at_end():
                    raise self.error('EOF while parsing a value')
                if self.peek() == '}':
                    raise self.error_at_next('trailing comma')
            if self.peek() != '"':
                raise self.error_at_next('key must be a string')
            self.pos += 1
            names.append(self.string())
            self.skip_whitespace()
            if self.at_end():
                raise self.error('EOF while parsing an object')
            if self.peek() != ':':
                raise self.error_at_next('expected `:`')
            self.pos += 1
            values.append(self.value())
        if self.decode_variants:
            return decode_tags(names, values, self.decode_bytes)
        return record_from_pairs(names, values)

    def string(self):
        """The rest of a string after its opening quote."""
        text = self.text
        start = self.pos
        pos = start
        while pos < len(text):
            c = text[pos]
            if c == '"':
                assert start >= 0
                assert pos >= 0
                self.pos = pos + 1
                return text[start:pos]
            if c == '\\' or c < ' ':
                break
            pos += 1
        builder = StringBuilder()
        while True:
            assert start >= 0
            assert pos >= 0
            builder.append_slice(text, start, pos)
            self.pos = pos
            c = self.take('EOF while parsing a string')
            if c == '"':
                return builder.build()
            if c != '\\':
                raise self.error('control character (\\u0000-\\u001F) found '
                                 'while parsing a string')
            self.escape(builder)
            start = self.pos
            pos = start
            while pos < len(text):
                c = text[pos]
                if c == '"' or c == '\\' or c < ' ':
                    break
                pos += 1

    def escape(self, builder):
        c = self.take('EOF while parsing a string')
        if c == '"' or c == '\\' or c == '/':
            builder.append(c)
        elif c == 'b':
            builder.append('\b')
        elif c == 'f':
            builder.append('\f')
        elif c == 'n':
            builder.append('\n')
        elif c == 'r':
            builder.append('\r')
        elif c == 't':
            builder.append('\t')
        elif c == 'u':
            _append_utf8(builder, self.escaped_code_point())
        else:
            raise self.error('invalid escape')

    def escaped_code_point(self):
        code = self.four_hex_digits()
        if 0xdc00 <= code <= 0xdfff:
            raise self.error('lone leading surrogate in hex escape')
        if code < 0xd800 or code > 0xdbff:
            return code
        if (self.take('EOF while parsing a string') != '\\'
                or self.take('EOF while parsing a string') != 'u'):
            raise self.error('unexpected end of hex escape')
        low = self.four_hex_digits()
        if low < 0xdc00 or low > 0xdfff:
            raise self.error('lone leading surrogate in hex escape')
        return 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)

    def four_hex_digits(self):
        if self.pos + 4 > len(self.text):
            self.pos = len(self.text)
            raise self.error('EOF while parsing a string')
        start = self.pos
        self.pos += 4
        code = 0
        for i in range(4):
            digit = digit_value(self.text[start + i])
            if digit < 0:
                raise self.error('invalid escape')
            code = code * 16 + digit
        return code

    def number(self):
        start = self.pos
        negative = self.peek() == '-'
        if negative:
            self.pos += 1
        c = self.take('EOF while parsing a value')
        integral = True
        if c == '0':
            if '0' <= self.peek() <= '9':
                raise self.error_at_next('invalid number')
        elif '1' <= c <= '9':
            self.skip_digits()
        else:
            raise self.error('invalid number')
        if self.peek() == '.':
            integral = False
            self.pos += 1
            if self.at_end():
                raise self.error('EOF while parsing a value')
            if not '0' <= self.peek() <= '9':
                raise self.error_at_next('invalid number')
            self.skip_digits()
        if self.peek() == 'e' or self.peek() == 'E':
            integral = False
            self.exponent(start)
        stop = self.pos
        assert start >= 0
        assert stop >= 0
        text = self.text[start:stop]
        if integral and not (negative and text == '-0'):
            try:
                return newint(_parse_int(text, negative))
            except OverflowError:
                if self.keeps_unsigned and _fits_unsigned(text):
                    return W_Unsigned(text)
        x = _parse_float(text)
        if not isfinite(x):
            raise self.error('number out of range')
        return newfloat(x)

    def exponent(self, start):
        """Go over the exponent of the number that begins at ``start``."""
        is_zero = _is_zero(self.text, start, self.pos)
        self.pos += 1
        is_positive = self.peek() != '-'
        if self.peek() == '+' or self.peek() == '-':
            self.pos += 1
        first = self.take('EOF while parsing a value')
        if not '0' <= first <= '9':
            raise self.error('invalid number')
        exponent = ord(first) - ord('0')
        while '0' <= self.peek() <= '9' and exponent <= LARGEST_EXPONENT:
            exponent = exponent * 10 + ord(self.peek()) - ord('0')
            self.pos += 1
        if exponent > LARGEST_EXPONENT and is_positive and not is_zero:
            raise self.error('number out of range')
        self.skip_digits()

    def skip_digits(self):
        text = self.text
        pos = self.pos
        while pos < len(text) and '0' <= text[pos] <= '9':
            pos += 1
        self.pos = pos


MAX_UNSIGNED = '18446744073709551615'
# Beyond it a number is out of range, or zero, whatever else follows.
LARGEST_EXPONENT = (1 << 31) - 1


def _is_zero(text, start, stop):
    """Whether a number without its exponent has no other digit than 0."""
    for i in range(start, stop):
        if '1' <= text[i] <= '9':
            return False
    return True


def _fits_unsigned(text):
    """Whether decimal digits are below 2**64."""
    if text[0] == '-' or len(text) > len(MAX_UNSIGNED):
        return False
    return len(text) < len(MAX_UNSIGNED) or text <= MAX_UNSIGNED


def _parse_int(text, negative):
    """The number of a decimal text; raises OverflowError."""
    i = 0
    if negative:
        i = 1
    # Negative numbers reach one further than positive ones.
    total = 0
    while i < len(text):
        total = ovfcheck(total * 10)
        total = ovfcheck(total - (ord(text[i]) - ord('0')))
        i += 1
    if negative:
        return total
    return ovfcheck(-total)


def _parse_float(text):
    """The float nearest to a decimal text, infinite if it is too large."""
    return rstring_to_float(text)
