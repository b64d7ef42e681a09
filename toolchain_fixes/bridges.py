"""Corrections of what the optimiser does where a trace jumps into a loop.

The guards of the loop's short preamble are added to the end of the trace.  They can
contradict what is known there; the trace jumps to the preamble of the loop then.
"""

from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import rewrite, unroll
from rpython.jit.metainterp.optimizeopt.info import NonNullPtrInfo
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite
from rpython.jit.metainterp.optimizeopt.shortpreamble import (
    ExtendedShortPreambleBuilder)
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method

from toolchain_fixes import features
from toolchain_fixes.registry import correction


def _dispatch_rewrite_again():
    rewrite.dispatch_opt = make_dispatcher_method(OptRewrite, 'optimize_',
                                                  default=OptRewrite.emit)


@correction('guards-of-abandoned-jumps', features.JUMPS_REPLACE_GUARDS)
def guards_of_abandoned_jumps():
    """Leave the guards of a trace alone while its jump into a loop is tried.

    A guard of the short preamble replaced an earlier, weaker one.  When the jump was
    then abandoned, the stronger guard stayed where it was, and failed each time: each
    failure made a new bridge, which got the same guard.
    """
    plain_jump = unroll.UnrollOptimizer.jump_to_existing_trace.im_func
    plain_value = OptRewrite.optimize_GUARD_VALUE.im_func
    plain_class = OptRewrite.optimize_GUARD_CLASS.im_func
    plain_nonnull_class = OptRewrite.optimize_GUARD_NONNULL_CLASS.im_func
    Optimizer.keeps_guards = False

    def jump_to_existing_trace(self, jump_op, label_op, runtime_boxes, force_boxes=False):
        self.optimizer.keeps_guards = True
        try:
            return plain_jump(self, jump_op, label_op, runtime_boxes, force_boxes)
        finally:
            self.optimizer.keeps_guards = False

    def forget_guard(self, op):
        if self.optimizer.keeps_guards and op.getarg(0).type == 'r':
            info = self.getptrinfo(op.getarg(0))
            if isinstance(info, NonNullPtrInfo):
                info.reset_last_guard_pos()

    def optimize_guard_value(self, op):
        forget_guard(self, op)
        return plain_value(self, op)

    def optimize_guard_class(self, op):
        forget_guard(self, op)
        return plain_class(self, op)

    def optimize_guard_nonnull_class(self, op):
        forget_guard(self, op)
        return plain_nonnull_class(self, op)

    unroll.UnrollOptimizer.jump_to_existing_trace = jump_to_existing_trace
    OptRewrite.optimize_GUARD_VALUE = optimize_guard_value
    OptRewrite.optimize_GUARD_CLASS = optimize_guard_class
    OptRewrite.optimize_GUARD_NONNULL_CLASS = optimize_guard_nonnull_class
    _dispatch_rewrite_again()


@correction('contradicting-classes', not features.KNOWS_ITS_OPERATIONS)
def contradicting_classes():
    plain = OptRewrite.optimize_GUARD_SUBCLASS.im_func

    def optimize_guard_subclass(self, op):
        """Give up the jump of an object into a loop that expects one of another class.
        The toolchain went on and looked for fields that the object's class lacks."""
        info = self.getptrinfo(op.getarg(0))
        if info is not None and not info.is_constant() and info.is_about_object():
            expected = op.getarg(1).getint()
            check = self.optimizer._check_subclass
            known_class = info.get_known_class(self.optimizer.cpu)
            if known_class is not None:
                if not check(known_class.getint(), expected):
                    raise InvalidLoop('an object has the wrong class')
            elif info.get_descr() is not None:
                base = info.get_descr().get_vtable()
                if not check(base, expected) and not check(expected, base):
                    raise InvalidLoop('an object has the wrong base class')
        return plain(self, op)

    OptRewrite.optimize_GUARD_SUBCLASS = optimize_guard_subclass
    _dispatch_rewrite_again()


@correction('truth-values-with-other-values', features.JUMPS_REPLACE_GUARDS)
def truth_values_with_other_values():
    plain = Optimizer._maybe_replace_guard_value.im_func

    def maybe_replace_guard_value(self, op, descr):
        """Keep a guard that a truth value is neither 0 nor 1.  It always fails; the
        toolchain ended the program with a failed assertion."""
        expected = op.getarg(1)
        if isinstance(expected, ConstInt) and not 0 <= expected.getint() <= 1:
            return op
        return plain(self, op, descr)

    Optimizer._maybe_replace_guard_value = maybe_replace_guard_value


@correction('label-before-its-jump', features.JUMPS_REPLACE_GUARDS)
def label_before_its_jump():
    plain = unroll.UnrollOptimizer.finalize_short_preamble.im_func

    def finalize_short_preamble(self, label_op, virtual_state):
        """Tell the builder of a short preamble from the start which lists it adds to.

        It adds what the end of the loop turns out to need.  The toolchain told it where
        the loop jumps to itself; what was needed before, or by a jump to the preamble,
        went through a null pointer.
        """
        target_token = plain(self, label_op, virtual_state)
        builder = self.short_preamble_producer
        assert isinstance(builder, ExtendedShortPreambleBuilder)
        short = target_token.short_preamble
        builder.setup(short[-1].getarglist(), short, label_op.getarglist())
        return target_token

    unroll.UnrollOptimizer.finalize_short_preamble = finalize_short_preamble
