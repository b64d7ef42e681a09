"""std.rand: numbers from the operating system's random source."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newint
from interpreter.stdlib.args import host_int
from interpreter.stdlib.random_ import in_range
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT


@effect('rand', 'int_in', CONSTANT)
@jit.dont_look_inside
def int_in(host, w_lo, w_hi):
    host.check('random')
    lo = host_int(w_lo)
    hi = host_int(w_hi)
    if hi < lo:
        raise EffectError('rand.int_in: empty range [%d, %d]' % (lo, hi))
    bits = r_uint(0)
    for c in host.random_bytes(8):
        bits = bits << 8 | r_uint(ord(c))
    return newint(in_range(lo, hi, intmask(bits)))
