"""Division of Floats as the machine does it, where RPython runs untranslated
(Python 2.7).  There it is Python's, which refuses to divide by zero."""

from rpython.jit.metainterp.blackhole import BlackholeInterpreter
from rpython.rtyper.lltypesystem import opimpl


def truediv(a, b):
    if b != 0.0:
        return a / b
    infinity = 1e308 * 10
    if a != a or b != b or a == 0.0:
        return infinity - infinity
    negative = (a < 0.0) != (str(b)[0] == '-')
    return -infinity if negative else infinity


# Tables keep the function itself.
BlackholeInterpreter.__dict__['bhimpl_float_truediv'].func_code = truediv.func_code
opimpl.op_float_truediv = truediv
