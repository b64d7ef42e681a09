"""Corrections of optimizeopt/rewrite.py and optimizer.py: guards of jumps into loops.

The guards of the loop's short preamble are added to the end of the trace.  They can
contradict what is known there; the trace jumps to the preamble of the loop then.
"""

from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite

from toolchain_fixes import features
from toolchain_fixes.registry import correction
from toolchain_fixes.rewrite import dispatch_again


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
    dispatch_again()


@correction('truth-values-with-other-values', not features.CAN_KEEP_GUARDS)
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
