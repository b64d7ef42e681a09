"""Corrections of optimizeopt/optimizer.py."""

from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.resoperation import rop
from rpython.rlib.rarithmetic import ovfcheck

from toolchain_fixes.registry import correction


@correction('overflow-of-constants')
def overflow_of_constants():
    plain = Optimizer.constant_fold.im_func

    def constant_fold(self, op):
        """Fold a checked operation on constants too if it overflows.

        In the second copy of a loop's body, variables may have become constants
        of which it is known that the guard against overflow must fail.  There is
        no such loop then; the toolchain stopped the program with a failed
        assertion.
        """
        opnum = op.getopnum()
        if not rop.is_ovf(opnum):
            return plain(self, op)
        left = self.get_constant_box(op.getarg(0)).getint()
        right = self.get_constant_box(op.getarg(1)).getint()
        try:
            if opnum == rop.INT_ADD_OVF:
                value = ovfcheck(left + right)
            elif opnum == rop.INT_SUB_OVF:
                value = ovfcheck(left - right)
            else:
                value = ovfcheck(left * right)
        except OverflowError:
            raise InvalidLoop('an operation was proven to always overflow')
        return ConstInt(value)

    Optimizer.constant_fold = constant_fold
