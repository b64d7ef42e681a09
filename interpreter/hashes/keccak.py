"""Keccak-256 with the padding that was submitted to the SHA-3 contest, which
is not the padding of SHA3-256."""

from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.hashes.constants import (
    keccak_lanes, keccak_round_constants, word_list)
from interpreter.hashes.words import (
    append_little_endian, read_little_endian, rotate_right)

RATE = 136
LANES = 25
ALL_BITS = r_uint(-1)

_ROUND = word_list(keccak_round_constants())
_PLACES, _ROTATIONS = keccak_lanes()


def _permute(state):
    columns = [r_uint(0)] * 5
    for constant in _ROUND:
        for x in range(5):
            columns[x] = (state[x] ^ state[x + 5] ^ state[x + 10]
                          ^ state[x + 15] ^ state[x + 20])
        for x in range(5):
            change = columns[(x + 4) % 5] ^ rotate_right(columns[(x + 1) % 5], 63)
            for y in range(0, LANES, 5):
                state[x + y] ^= change
        moving = state[1]
        for i in range(24):
            place = _PLACES[i]
            next = state[place]
            state[place] = rotate_right(moving, 64 - _ROTATIONS[i])
            moving = next
        for y in range(0, LANES, 5):
            for x in range(5):
                columns[x] = state[x + y]
            for x in range(5):
                state[x + y] = columns[x] ^ (
                    (columns[(x + 1) % 5] ^ ALL_BITS) & columns[(x + 2) % 5])
        state[0] ^= constant


def _absorb(state, data, position):
    for i in range(RATE // 8):
        state[i] ^= read_little_endian(data, position + 8 * i)
    _permute(state)


def keccak256(data):
    """The 32 bytes of the Keccak-256 of ``data``."""
    state = [r_uint(0)] * LANES
    position = 0
    while position + RATE <= len(data):
        _absorb(state, data, position)
        position += RATE
    assert position >= 0
    rest = data[position:]
    missing = RATE - len(rest)
    if missing == 1:
        rest += '\x81'
    else:
        rest += '\x01' + '\x00' * (missing - 2) + '\x80'
    _absorb(state, rest, 0)
    result = StringBuilder(32)
    for i in range(4):
        append_little_endian(result, state[i])
    return result.build()
