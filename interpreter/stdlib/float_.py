"""std.float"""

from rpython.rlib.rarithmetic import LONG_BIT

from interpreter.objects import floatfmt
from interpreter.objects.numbers import newint
from interpreter.objects.text import newstr
from interpreter.stdlib.args import to_float
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


MIN_INT = -(1 << (LONG_BIT - 1))
MAX_INT = (1 << (LONG_BIT - 1)) - 1
INT_LIMIT = float(1 << (LONG_BIT - 1))


def saturated_int(value):
    """Toward zero; out of range the nearest Int, 0 for NaN."""
    if -INT_LIMIT < value < INT_LIMIT:
        return int(value)
    if value >= INT_LIMIT:
        return MAX_INT
    if value <= -INT_LIMIT:
        return MIN_INT
    return 0


@pure('float', 'to_int', CONSTANT)
def to_int(w_float):
    return newint(saturated_int(to_float(w_float)))


@pure('float', 'to_str', CONSTANT)
def to_str(w_float):
    return newstr(floatfmt.display_float(to_float(w_float)))
