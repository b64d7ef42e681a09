"""Hexadecimal texts."""

from rpython.rlib.rstring import StringBuilder

DIGITS = '0123456789abcdef'


def to_hex(data):
    """Lowercase hexadecimal text of some bytes."""
    builder = StringBuilder(2 * len(data))
    for i in range(len(data)):
        number = ord(data[i])
        builder.append(DIGITS[number >> 4])
        builder.append(DIGITS[number & 15])
    return builder.build()


def of_number(n):
    """``n`` >= 0 in lowercase without leading zeros."""
    digits = DIGITS[n & 15]
    while n >= 16:
        n >>= 4
        digits = DIGITS[n & 15] + digits
    return digits


def digit_value(char):
    """The value of a digit in either case, -1 for other characters."""
    if '0' <= char <= '9':
        return ord(char) - ord('0')
    if 'a' <= char <= 'f':
        return ord(char) - ord('a') + 10
    if 'A' <= char <= 'F':
        return ord(char) - ord('A') + 10
    return -1
