"""Numbers on the command line."""

from rpython.rlib.rarithmetic import LONG_BIT

MAX_INT = (1 << (LONG_BIT - 1)) - 1
MAX_UNSIGNED_DIGITS = '18446744073709551615'


def parse_unsigned(text):
    """A decimal number below 2**64, with an optional ``+``.

    Numbers beyond the machine's integers become the largest of them: as
    limits they are out of reach anyway.  Raises ValueError.
    """
    start = 0
    if text.startswith('+'):
        start = 1
    if start == len(text):
        raise ValueError
    value = 0
    for i in range(start, len(text)):
        digit = ord(text[i]) - ord('0')
        if digit < 0 or digit > 9:
            raise ValueError
        if value > (MAX_INT - digit) // 10:
            value = MAX_INT
        else:
            value = value * 10 + digit
    if value == MAX_INT:
        _refuse_beyond_64_bits(text, start)
    return value


def _refuse_beyond_64_bits(text, start):
    while start < len(text) and text[start] == '0':
        start += 1
    assert start >= 0
    digits = text[start:]
    if len(digits) > len(MAX_UNSIGNED_DIGITS):
        raise ValueError
    if len(digits) == len(MAX_UNSIGNED_DIGITS) and digits > MAX_UNSIGNED_DIGITS:
        raise ValueError
