"""Values of literal tokens, computed from their spelling on demand."""

from rpython.rlib.rstring import StringBuilder

MAX_INT_DIGITS = '9223372036854775807'


def digits(text, start, end):
    """The characters of a number without its ``_`` separators."""
    builder = StringBuilder(end - start)
    for i in range(start, end):
        if text[i] != '_':
            builder.append(text[i])
    return builder.build()


def fits_int(text, start, end):
    """Whether the decimal digits at start..end make a 64-bit Int."""
    number = digits(text, start, end)
    first = 0
    while first < len(number) and number[first] == '0':
        first += 1
    length = len(number) - first
    if length != len(MAX_INT_DIGITS):
        return length < len(MAX_INT_DIGITS)
    for i in range(length):
        if number[first + i] != MAX_INT_DIGITS[i]:
            return number[first + i] < MAX_INT_DIGITS[i]
    return True


def int_value(text, start, end):
    """The value of an Int token that has passed ``fits_int``."""
    value = 0
    for i in range(start, end):
        if text[i] != '_':
            value = value * 10 + (ord(text[i]) - ord('0'))
    return value


def float_value(text, start, end):
    return float(digits(text, start, end))


def escaped(char):
    """The character that an escape letter stands for, or -1."""
    if char == 'n':
        return 10
    if char == 't':
        return 9
    if char == 'r':
        return 13
    if char == '0':
        return 0
    if char == '\\' or char == '"':
        return ord(char)
    return -1


def unescape(text, start, end):
    """The contents of the checked string literal whose quotes stand at
    ``start`` and ``end - 1``."""
    builder = StringBuilder(end - start)
    i = start + 1
    last = end - 1
    while i < last:
        char = text[i]
        if char == '\\':
            i += 1
            builder.append(chr(escaped(text[i]) & 0xff))
        else:
            builder.append(char)
        i += 1
    return builder.build()


def places(text, start, end):
    """Where each byte of ``unescape(text, start, end)`` stands in ``text``, and where
    the closing quote does."""
    result = []
    i = start + 1
    last = end - 1
    while i < last:
        result.append(i)
        if text[i] == '\\':
            i += 1
        i += 1
    result.append(last)
    return result
