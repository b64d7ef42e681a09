"""Corrections of and an addition to optimizeopt/rewrite.py."""

from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import rewrite
from rpython.jit.metainterp.optimizeopt.intutils import MININT
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import rop
from rpython.rlib.rarithmetic import ovfcheck

from toolchain_fixes import features
from toolchain_fixes.emitted import is_emitted_here
from toolchain_fixes.registry import correction


def dispatch_again():
    """Let the optimiser find the methods that were replaced."""
    rewrite.dispatch_opt = make_dispatcher_method(OptRewrite, 'optimize_',
                                                  default=OptRewrite.emit)
    postprocess = make_dispatcher_method(OptRewrite, 'postprocess_')
    if hasattr(rewrite, 'dispatch_postprocess'):
        rewrite.dispatch_postprocess = postprocess
    else:
        OptRewrite.propagate_postprocess = postprocess


@correction('product-with-smallest-integer', features.HAS_PLAIN_BOUNDS)
def product_with_smallest_integer():
    plain = OptRewrite.optimize_INT_MUL.im_func

    def optimize_int_mul(self, op):
        """Leave products with the smallest integer alone.  The toolchain takes it
        for a power of two and looks for its highest bit without end."""
        for i in range(2):
            bound = self.getintbound(self.get_box_replacement(op.getarg(i)))
            if bound.is_constant() and bound.getint() == MININT:
                return self.emit(op)
        return plain(self, op)

    OptRewrite.optimize_INT_MUL = optimize_int_mul
    dispatch_again()


@correction('sign-of-nan')
def sign_of_nan():
    plain_product = OptRewrite.optimize_FLOAT_MUL.im_func

    def optimize_float_mul(self, op):
        """Leave products with -1.0 alone: a negation changes the sign of NaN."""
        for i in range(2):
            box = op.getarg(i).get_box_replacement()
            if box.is_constant() and box.getfloat() == -1.0:
                return self.emit(op)
        return plain_product(self, op)

    def postprocess_float_mul(self, op):
        """Do not take a product for the one with the factors swapped: of two NaNs, the
        first is the result."""

    OptRewrite.optimize_FLOAT_MUL = optimize_float_mul
    OptRewrite.postprocess_FLOAT_MUL = postprocess_float_mul
    dispatch_again()


@correction('guard-on-constant-float')
def guard_on_constant_float():
    plain = OptRewrite.optimize_GUARD_VALUE.im_func

    def optimize_guard_value(self, op):
        """Compare a constant Float with the value that a guard expects.

        The toolchain dropped the guard whatever the constant was.  If it is another
        one, there is no such loop; on the way into a loop, another way is taken.
        """
        box = op.getarg(0)
        if box.type == 'f':
            box = box.get_box_replacement()
            if box.is_constant() and not box.same_constant(op.getarg(1)):
                raise InvalidLoop('a guard on a Float was proven to always fail')
        return plain(self, op)

    OptRewrite.optimize_GUARD_VALUE = optimize_guard_value
    dispatch_again()


def merge_subtractions():
    """An addition, not a correction."""
    plain = OptRewrite.optimize_INT_SUB.im_func

    def optimize_int_sub(self, op):
        """Turn ``(x - c) - d`` into ``x - (c + d)``.

        Each block of a program takes its steps from the fuel; what stays of a
        chain of blocks is one subtraction, unless something else needs the fuel
        in between.  The first difference must come from this part of the trace.
        """
        subtrahend = self.get_box_replacement(op.getarg(1))
        minuend = self.get_box_replacement(op.getarg(0))
        if (isinstance(subtrahend, ConstInt) and
                is_emitted_here(self.optimizer, minuend) and
                minuend.getopnum() == rop.INT_SUB):
            first = self.get_box_replacement(minuend.getarg(1))
            if isinstance(first, ConstInt):
                try:
                    total = ovfcheck(first.getint() + subtrahend.getint())
                except OverflowError:
                    return plain(self, op)
                start = self.get_box_replacement(minuend.getarg(0))
                op = self.replace_op_with(op, rop.INT_SUB,
                                          args=[start, ConstInt(total)])
        return plain(self, op)

    OptRewrite.optimize_INT_SUB = optimize_int_sub
    dispatch_again()


if features.HAS_RULES_AS_METHODS:
    merge_subtractions()
