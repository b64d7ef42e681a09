"""Base64 with padding, for headers."""

from rpython.rlib.rstring import StringBuilder


ALPHABET = ('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
            '0123456789+/')


def encoded(data):
    builder = StringBuilder()
    i = 0
    while i < len(data):
        group = 0
        for k in range(3):
            group <<= 8
            if i + k < len(data):
                group |= ord(data[i + k])
        for k in range(4):
            if i + k > len(data):
                builder.append('=')
            else:
                builder.append(ALPHABET[group >> (18 - 6 * k) & 63])
        i += 3
    return builder.build()
