"""Bytes as texts of digits: base 64 (RFC 4648), base 58 and base 16.

The encoders take bytes and give a text; the decoders take UTF-8 and give
bytes, or raise BadText.
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.objects.pace import pace
from interpreter.objects.quote import append_debug_char
from interpreter.texts.hexadecimal import digit_value

STANDARD = ('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
            '0123456789+/')
URL_SAFE = STANDARD.replace('+', '-').replace('/', '_')
BASE_58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
PADDING = '='
NO_DIGIT = -1


class BadText(Exception):
    def __init__(self, msg):
        self.msg = msg


def _values(alphabet):
    return [alphabet.find(chr(code)) for code in range(256)]


class Base64(object):
    """An alphabet, and whether texts are padded to whole groups of four."""

    def __init__(self, alphabet, padded):
        self.alphabet = alphabet
        self.values = _values(alphabet)
        self.padded = padded

    def encode(self, data):
        builder = StringBuilder((len(data) + 2) // 3 * 4)
        position = 0
        while position < len(data):
            count = min(3, len(data) - position)
            group = 0
            for i in range(3):
                group <<= 8
                if i < count:
                    group |= ord(data[position + i])
            for i in range(4):
                if i <= count:
                    builder.append(self.alphabet[(group >> (18 - 6 * i)) & 63])
                elif self.padded:
                    builder.append(PADDING)
            position += 3
        return builder.build()

    def decode(self, text):
        size = len(text)
        if size % 4 == 1 and text[size - 1] != PADDING:
            self.value(text, size - 1)
        # The last group is decoded apart, even if it is complete.
        builder = StringBuilder(size // 4 * 3 + 3)
        position = 0
        while position + 4 < size:
            group = 0
            for i in range(4):
                group = group << 6 | self.value(text, position + i)
            builder.append(chr(group >> 16))
            builder.append(chr((group >> 8) & 0xff))
            builder.append(chr(group & 0xff))
            position += 4
        if size > 0:
            self.decode_end(text, position, builder)
        return builder.build()

    def value(self, text, position):
        value = self.values[ord(text[position])]
        if value == NO_DIGIT:
            raise invalid_symbol(text, position)
        return value

    def decode_end(self, text, start, builder):
        padding_start = len(text)
        digits = 0
        group = 0
        for i in range(start, len(text)):
            if text[i] == PADDING:
                if i - start < 2:
                    raise invalid_symbol(text, i)
                padding_start = min(padding_start, i)
                continue
            if padding_start < i:
                raise invalid_symbol(text, padding_start)
            group = group << 6 | self.value(text, i)
            digits += 1
        if digits < 2:
            raise BadText('Invalid input length: %d' % (start + digits))
        if self.padded:
            if (len(text) - start) % 4 != 0:
                raise BadText('Invalid padding')
        elif padding_start < len(text):
            raise BadText('Invalid padding')
        group <<= 6 * (4 - digits)
        count = digits * 6 // 8
        if group & (0xffffff >> (8 * count)):
            last = start + digits - 1
            raise BadText('Invalid last symbol %d, offset %d.' % (
                ord(text[last]), last))
        for i in range(count):
            builder.append(chr((group >> (16 - 8 * i)) & 0xff))


def invalid_symbol(text, position):
    return BadText('Invalid symbol %d, offset %d.' % (ord(text[position]),
                                                      position))


BASE64 = Base64(STANDARD, True)
BASE64_URL = Base64(URL_SAFE, False)

_BASE_58_VALUES = _values(BASE_58)


def _leading(data, char):
    count = 0
    while count < len(data) and data[count] == char:
        count += 1
    return count


def _rebased(values, source_base, target_base):
    """The digits, least first, of a number whose digits, greatest first, are
    given in another base; no zeros at the end."""
    digits = []
    for value in values:
        pace.work(1 + len(digits))
        carry = value
        for i in range(len(digits)):
            carry += digits[i] * source_base
            digits[i] = carry % target_base
            carry //= target_base
        while carry > 0:
            digits.append(carry % target_base)
            carry //= target_base
    return digits


def encode_base58(data):
    zeros = _leading(data, '\x00')
    digits = _rebased([ord(c) for c in data], 256, 58)
    builder = StringBuilder(zeros + len(digits))
    builder.append_multiple_char(BASE_58[0], zeros)
    for i in range(len(digits) - 1, -1, -1):
        builder.append(BASE_58[digits[i]])
    return builder.build()


def decode_base58(text):
    values = []
    for i in range(len(text)):
        c = text[i]
        if ord(c) > 127:
            raise BadText('provided string contained non-ascii character '
                          'starting at byte %d' % i)
        value = _BASE_58_VALUES[ord(c)]
        if value == NO_DIGIT:
            raise BadText('provided string contained invalid character %s '
                          'at byte %d' % (_debug_char(ord(c)), i))
        values.append(value)
    zeros = _leading(text, BASE_58[0])
    digits = _rebased(values, 58, 256)
    builder = StringBuilder(zeros + len(digits))
    builder.append_multiple_char('\x00', zeros)
    for i in range(len(digits) - 1, -1, -1):
        builder.append(chr(digits[i]))
    return builder.build()


def decode_hex(text):
    if len(text) % 2 != 0:
        raise BadText('Odd number of digits')
    builder = StringBuilder(len(text) // 2)
    byte = 0
    for i in range(len(text)):
        value = digit_value(text[i])
        if value < 0:
            raise BadText('Invalid character %s at position %d' % (
                _debug_char(ord(text[i])), i))
        byte = byte << 4 | value
        if i % 2 == 1:
            builder.append(chr(byte))
            byte = 0
    return builder.build()


def _debug_char(code):
    builder = StringBuilder()
    append_debug_char(builder, code)
    return builder.build()
