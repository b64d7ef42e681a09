"""BLAKE2b (RFC 7693) with 64 bytes of output and no key."""

from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.hashes.sha512 import INITIAL
from interpreter.hashes.words import (
    append_little_endian, read_little_endian, rotate_right)

BLOCK_SIZE = 128
ROUNDS = 12
ALL_BITS = r_uint(-1)

# The first parameter word: 64 bytes of output, no key, fanout and depth 1.
PARAMETERS = r_uint(0x01010040)

# The order of the message words in each of ten rounds, one digit a word.
_ORDER = [[int(digit, 16) for digit in row] for row in [
    '0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194',
    '7931dcbe265a40f8', '905724afe1bc683d', '2c6a0b834d75fe19',
    'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5',
    'a2847615fb9e3cd0']]


def _mix(v, a, b, c, d, x, y):
    v[a] = v[a] + v[b] + x
    v[d] = rotate_right(v[d] ^ v[a], 32)
    v[c] = v[c] + v[d]
    v[b] = rotate_right(v[b] ^ v[c], 24)
    v[a] = v[a] + v[b] + y
    v[d] = rotate_right(v[d] ^ v[a], 16)
    v[c] = v[c] + v[d]
    v[b] = rotate_right(v[b] ^ v[c], 63)


def _compress(state, data, position, count, is_last):
    """Mix a block into the state; ``count`` bytes were hashed with it."""
    m = [read_little_endian(data, position + 8 * i) for i in range(16)]
    v = state[:] + INITIAL
    v[12] ^= r_uint(count)
    if is_last:
        v[14] ^= ALL_BITS
    for number in range(ROUNDS):
        s = _ORDER[number % 10]
        for i in range(4):
            _mix(v, i, 4 + i, 8 + i, 12 + i, m[s[2 * i]], m[s[2 * i + 1]])
        for i in range(4):
            _mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4,
                 m[s[8 + 2 * i]], m[s[9 + 2 * i]])
    for i in range(8):
        state[i] ^= v[i] ^ v[8 + i]


def blake2b(data):
    """The 64 bytes of the BLAKE2b of ``data``."""
    state = INITIAL[:]
    state[0] ^= PARAMETERS
    position = 0
    while position + BLOCK_SIZE < len(data):
        _compress(state, data, position, position + BLOCK_SIZE, False)
        position += BLOCK_SIZE
    assert position >= 0
    rest = data[position:]
    _compress(state, rest + '\x00' * (BLOCK_SIZE - len(rest)), 0, len(data),
              True)
    result = StringBuilder(64)
    for word in state:
        append_little_endian(result, word)
    return result.build()
