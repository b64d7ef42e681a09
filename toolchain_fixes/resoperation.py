"""Corrections of metainterp/resoperation.py: what is known about operations."""

from rpython.jit.metainterp.resoperation import opclasses, rop

from toolchain_fixes.registry import correction


@correction('inverse-of-float-orders')
def inverse_of_float_orders():
    """No order of Floats is the negation of another one: with NaN all are false.

    The toolchain had, for instance, ``>=`` for the inverse of ``<``, and after a test
    that failed took the inverse for true without another test.
    """
    for opnum in [rop.FLOAT_LT, rop.FLOAT_LE, rop.FLOAT_GT, rop.FLOAT_GE]:
        opclasses[opnum].boolinverse = -1
