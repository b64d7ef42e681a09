"""std.random: SplitMix64 generators as values, a record ``{state}``."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newfloat, newint
from interpreter.objects.record import Shape, W_Record, newrecord
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none
from interpreter.stdlib.args import mismatch, to_int, to_list
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


RNG_SHAPE = Shape.of(['state'])
GAMMA = r_uint(0x9E3779B97F4A7C15)
FACTOR_1 = r_uint(0xBF58476D1CE4E5B9)
FACTOR_2 = r_uint(0x94D049BB133111EB)
TWO_53 = 9007199254740992.0


def new_rng(state):
    return newrecord(RNG_SHAPE, [newint(state)])


def to_state(w_rng):
    if isinstance(w_rng, W_Record):
        w_state = w_rng.getfield('state')
        if w_state is not None:
            return to_int(w_state)
    raise mismatch('Rng', w_rng)


@jit.elidable
def advance(state):
    """The state after one step."""
    return intmask(r_uint(state) + GAMMA)


@jit.elidable
def output(state):
    """The 64 bits that the step to ``state`` gives."""
    z = r_uint(state)
    z = (z ^ z >> 30) * FACTOR_1
    z = (z ^ z >> 27) * FACTOR_2
    return intmask(z ^ z >> 31)


@jit.elidable
def in_range(lo, hi, bits):
    """The number of ``lo`` .. ``hi`` that 64 random bits choose."""
    span = r_uint(hi) - r_uint(lo) + r_uint(1)
    offset = r_uint(bits)
    # The full range has 2^64 numbers, which wraps to 0.
    if span != r_uint(0):
        offset = offset % span
    return intmask(r_uint(lo) + offset)


@pure('random', 'seed', CONSTANT)
def seed(w_seed):
    return new_rng(output(advance(to_int(w_seed))))


@pure('random', 'int', CONSTANT)
def int_(w_rng, w_lo, w_hi):
    state = to_state(w_rng)
    lo = to_int(w_lo)
    hi = to_int(w_hi)
    if hi < lo:
        raise EffectError('random.int: hi (%d) must be >= lo (%d)' % (hi, lo))
    state = advance(state)
    return newtuple([newint(in_range(lo, hi, output(state))),
                     new_rng(state)])


@pure('random', 'float', CONSTANT)
def float_(w_rng):
    state = advance(to_state(w_rng))
    return newtuple([newfloat(unit_float(output(state))), new_rng(state)])


@jit.elidable
def unit_float(bits):
    return float(intmask(r_uint(bits) >> 11)) / TWO_53


@pure('random', 'choose', CONSTANT)
def choose(w_rng, w_list):
    state = advance(to_state(w_rng))
    w_list = to_list(w_list)
    length = w_list.length()
    if length == 0:
        return w_none
    index = in_range(0, length - 1, output(state))
    assert index >= 0
    return some(newtuple([w_list.getitem(index), new_rng(state)]))
