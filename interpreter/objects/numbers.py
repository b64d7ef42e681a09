"""Int, Float, Bool and Unit."""

from rpython.rlib import jit
from rpython.rlib.rfloat import INFINITY

from interpreter.objects.base import W_Root

FIRST_CACHED = -16
LAST_CACHED = 1023


class W_Int(W_Root):
    """A signed 64-bit integer.  Arithmetic is in ``arith``."""
    _attrs_ = ['intval']
    _immutable_fields_ = ['intval']

    def __init__(self, intval):
        self.intval = intval

    def type_name(self):
        return 'Int'


class W_Float(W_Root):
    _attrs_ = ['floatval']
    _immutable_fields_ = ['floatval']

    def __init__(self, floatval):
        self.floatval = floatval

    def type_name(self):
        return 'Float'


class W_Bool(W_Root):
    """One of the two singletons ``w_true`` and ``w_false``."""
    _attrs_ = ['boolval']
    _immutable_fields_ = ['boolval']

    def __init__(self, boolval):
        self.boolval = boolval

    def type_name(self):
        return 'Bool'


class W_Unit(W_Root):
    """The singleton ``w_unit``."""
    _attrs_ = []

    def type_name(self):
        return 'Unit'


w_true = W_Bool(True)
w_false = W_Bool(False)
w_unit = W_Unit()

_cached_ints = [W_Int(i) for i in range(FIRST_CACHED, LAST_CACHED + 1)]


def newint(i):
    """The Int ``i``.  Small ones are shared outside of traces only: in a
    trace the box is virtual and a table lookup would cost a branch."""
    if not jit.we_are_jitted():
        if FIRST_CACHED <= i <= LAST_CACHED:
            return _cached_ints[i - FIRST_CACHED]
    return W_Int(i)


def newfloat(f):
    return W_Float(f)


def newbool(b):
    if b:
        return w_true
    return w_false


def no_number(x):
    """The NaN that the processor makes, whatever the argument.

    A constant NaN has the sign that the C compiler gives it, which need not be the
    processor's; the memo tells NaNs apart.
    """
    return (x - x) * INFINITY
