"""Values of TOML that are not strings: booleans, numbers, dates."""

from interpreter.formats.toml_dates import DateReader
from interpreter.formats.toml_errors import NOTHING, TomlError, error
from interpreter.formats.toml_strings import cut
from interpreter.texts.hexadecimal import digit_value

STRING = 'string'
BOOLEAN = 'boolean'
INTEGER = 'integer'
FLOAT = 'float'
DATE = 'datetime'

SEPARATOR = '`_` may only go between digits'


class Scalar(object):
    """A decoded value: its kind and its text.  A number's text has no
    separators and no prefix; ``radix`` belongs to an integer."""

    def __init__(self, kind, text, radix):
        self.kind = kind
        self.text = text
        self.radix = radix


class ScalarReader(object):
    """Decodes the bytes ``start`` .. ``stop``; methods raise TomlError."""

    def __init__(self, text, start, stop):
        self.text = text
        self.start = start
        self.stop = stop

    def read(self):
        if self.start == self.stop:
            raise self.unquoted()
        first = self.text[self.start]
        if not is_digit(first) and self.has_blank(self.start):
            raise self.unquoted()
        if first == '+' or first == '-':
            return self.signed()
        if first == '0':
            return self.zero(self.start, False)
        if is_digit(first) or first == '_':
            return self.number_or_date(self.start)
        if first == '.':
            return self.float_(self.start)
        if first == 't' or first == 'T':
            return self.symbol('true', BOOLEAN)
        if first == 'f' or first == 'F':
            return self.symbol('false', BOOLEAN)
        if first == 'i' or first == 'I':
            return self.symbol('inf', FLOAT)
        if first == 'n' or first == 'N':
            return self.symbol('nan', FLOAT)
        raise self.unquoted()

    def has_blank(self, start):
        for i in range(start, self.stop):
            if self.text[i] == ' ':
                return True
        return False

    def ends_with(self, word):
        if self.stop - self.start < len(word):
            return False
        for i in range(len(word)):
            if self.text[self.stop - len(word) + i] != word[i]:
                return False
        return True

    def unquoted(self):
        quotes = ["'''", '"""', "'", '"']
        for quote in quotes:
            if self.ends_with(quote):
                return error('missing opening quote', '`' + quote + '`',
                             self.start, self.start)
        return error('string values must be quoted', 'literal string',
                     self.start, self.stop)

    def symbol(self, word, kind):
        if self.stop - self.start != len(word) or not self.ends_with(word):
            raise error('invalid ' + kind, '`' + word + '`', self.start,
                        self.stop)
        return Scalar(kind, word, 10)

    def signed(self):
        start = self.start + 1
        if start == self.stop:
            raise self.unquoted()
        c = self.text[start]
        if c == '+' or c == '-':
            raise error('redundant numeric sign', NOTHING, start, start + 1)
        if c == '0':
            return self.zero(start, True)
        if is_digit(c) or c == '_':
            return self.number_or_date(start)
        if c == '.':
            # The sign counts as a part of the mantissa here.
            return self.float_(self.start)
        if c == 'i' or c == 'I':
            return self.signed_symbol(start, 'inf')
        if c == 'n' or c == 'N':
            return self.signed_symbol(start, 'nan')
        raise self.unquoted()

    def signed_symbol(self, start, word):
        if self.stop - start != len(word) or not self.ends_with(word):
            raise error('invalid float', '`' + word + '`', start, self.stop)
        return Scalar(FLOAT, cut(self.text, self.start, self.stop), 10)

    def zero(self, start, signed):
        """A number that starts with 0 at ``start``."""
        if start + 1 == self.stop:
            return self.integer(self.start, 10)
        letter = self.text[start + 1]
        lower = letter
        if 'A' <= letter <= 'Z':
            lower = chr(ord(letter) + 32)
        radix = 0
        if lower == 'x':
            radix = 16
        elif lower == 'o':
            radix = 8
        elif lower == 'b':
            radix = 2
        elif lower != 'd':
            return self.number_or_date(start)
        if self.has_blank(start):
            raise self.unquoted()
        if signed:
            raise error('integers with a radix cannot be signed', NOTHING,
                        self.start, self.start + 1)
        if radix == 0:
            raise error('redundant integer number prefix', NOTHING,
                        self.start, self.start + 2)
        if lower != letter:
            raise error('radix must be lowercase', '`0' + lower + '`', start,
                        start + 2)
        self.check_digits(start + 2, radix)
        return self.integer(start + 2, radix)

    def check_digits(self, start, radix):
        if start < self.stop:
            c = self.text[start]
            if c == '+' or c == '-':
                raise error('unexpected sign', NOTHING, start, start + 1)
        for i in range(start, self.stop):
            c = self.text[i]
            value = digit_value(c)
            if c != '_' and not 0 <= value < radix:
                raise TomlError('invalid %s number' % radix_name(radix), i, i)

    def number_or_date(self, start):
        """A number, with its sign before ``start``, or a date."""
        end = start
        while end < self.stop and is_digit(self.text[end]):
            end += 1
        if end == self.stop:
            if self.text[start] == '0':
                raise self.leading_zero(start)
            return self.integer(self.start, 10)
        c = self.text[end]
        if c == '-' or c == ':':
            reader = DateReader(self.text, self.start, self.stop)
            return Scalar(DATE, reader.read(), 10)
        if self.has_blank(end):
            raise self.unquoted()
        for i in range(end, self.stop):
            c = self.text[i]
            if c == '.' or c == 'e' or c == 'E':
                return self.float_(start)
        if self.text[end] != '_':
            raise self.unquoted()
        if self.text[start] == '0':
            raise self.leading_zero(start)
        return self.integer(self.start, 10)

    def leading_zero(self, start):
        return error('unexpected leading zero', NOTHING, start, start + 1)

    def integer(self, start, radix):
        return Scalar(INTEGER, self.without_separators(start, INTEGER), radix)

    def float_(self, start):
        position = self.check_uint(start, False, 'invalid mantissa')
        if position < self.stop and self.text[position] == '.':
            position = self.check_uint(position + 1, True,
                                       'invalid fraction')
        if position < self.stop and (self.text[position] == 'e'
                                     or self.text[position] == 'E'):
            position += 1
            if position < self.stop and (self.text[position] == '+'
                                         or self.text[position] == '-'):
                position += 1
            position = self.check_uint(position, True, 'invalid exponent')
        if position < self.stop:
            raise error('invalid float', NOTHING, position, self.stop)
        return Scalar(FLOAT, self.without_separators(self.start, FLOAT), 10)

    def check_uint(self, start, zero_prefix, description):
        """Where the digits and separators from ``start`` end."""
        position = start
        count = 0
        while position < self.stop:
            if is_digit(self.text[position]):
                count += 1
            elif self.text[position] != '_':
                break
            position += 1
        if count == 0:
            raise error(description, 'digits', start, start)
        if count > 1 and self.text[start] == '0' and not zero_prefix:
            raise self.leading_zero(start)
        return position

    def without_separators(self, start, kind):
        parts = []
        part_start = start
        for i in range(start, self.stop):
            if self.text[i] != '_':
                continue
            if not (i > start and self.is_separated(i - 1, kind)
                    and i + 1 < self.stop
                    and self.is_separated(i + 1, kind)):
                raise error(SEPARATOR, NOTHING, i, i + 1)
            parts.append(cut(self.text, part_start, i))
            part_start = i + 1
        parts.append(cut(self.text, part_start, self.stop))
        return ''.join(parts)

    def is_separated(self, i, kind):
        """Whether a separator may stand beside the character at ``i``."""
        c = self.text[i]
        if kind == FLOAT:
            return is_digit(c)
        return digit_value(c) >= 0


def radix_name(radix):
    if radix == 16:
        return 'hexadecimal'
    if radix == 8:
        return 'octal'
    return 'binary'


def is_digit(c):
    return '0' <= c <= '9'
