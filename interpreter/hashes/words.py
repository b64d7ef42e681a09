"""Words of 64 bits in byte strings."""

from rpython.rlib.rarithmetic import intmask, r_uint


def rotate_right(word, count):
    """``0 < count < 64``."""
    return (word >> count) | (word << (64 - count))


def read_big_endian(data, position):
    word = r_uint(0)
    for i in range(8):
        word = (word << 8) | r_uint(ord(data[position + i]))
    return word


def read_little_endian(data, position):
    word = r_uint(0)
    for i in range(8):
        word = (word << 8) | r_uint(ord(data[position + 7 - i]))
    return word


def append_big_endian(builder, word):
    for i in range(8):
        builder.append(chr(intmask(word >> (56 - 8 * i)) & 0xff))


def append_little_endian(builder, word):
    for i in range(8):
        builder.append(chr(intmask(word >> (8 * i)) & 0xff))
