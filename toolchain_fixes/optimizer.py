"""Corrections of optimizeopt/optimizer.py."""

from rpython.jit.codewriter import longlong
from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import optimizer
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import ResOperation, rop
from rpython.rlib.rarithmetic import intmask, ovfcheck

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


@correction('float-guards-by-bits', longlong.is_64_bit)
def float_guards_by_bits():
    def optimize_guard_value(self, op):
        """Guard the bits of a Float, as an integer.

        Backends compare Floats by their value: 0.0 would pass for -0.0, and on x86 NaN
        for any number, since what is unordered counts as equal there.  All guards come
        this way: those of the tracer, of short preambles and of states of variables.
        """
        box = op.getarg(0).get_box_replacement()
        if box.type == 'f':
            expected = op.getarg(1)
            if box.is_constant():
                if not box.same_constant(expected):
                    raise InvalidLoop('a guard on a Float was proven to always fail')
                return
            bits = ResOperation(rop.CONVERT_FLOAT_BYTES_TO_LONGLONG, [box])
            self.emit(bits)
            value = intmask(longlong.extract_bits(expected.getfloatstorage()))
            op = op.copy_and_change(rop.GUARD_VALUE, [bits, ConstInt(value)])
        self.emit(op)

    Optimizer.optimize_GUARD_VALUE = optimize_guard_value
    optimizer.dispatch_opt = make_dispatcher_method(
        Optimizer, 'optimize_', default=Optimizer.optimize_default)
