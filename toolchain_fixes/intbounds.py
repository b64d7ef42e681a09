"""Corrections of optimizeopt/intbounds.py and intutils.py: bounds of integers."""

from rpython.jit.metainterp.optimizeopt import intbounds, intutils
from rpython.jit.metainterp.optimizeopt.intbounds import OptIntBounds
from rpython.jit.metainterp.optimizeopt.intutils import IntBound

from toolchain_fixes import features
from toolchain_fixes.emitted import is_emitted_here
from toolchain_fixes.registry import correction


@correction('bounds-before-the-loop', not features.KNOWS_ITS_OPERATIONS)
def bounds_before_the_loop():
    def propagate_bounds_backward(self, box):
        """Derive bounds of an operation's arguments from those of its result,
        for operations of this part of the trace alone.

        What the arguments of an operation before the loop were holds for the
        first round only, so nothing follows for them from what a guard in the
        loop says about the variable; the toolchain concluded that it did and
        dropped guards that bridges into the loop depend on.
        """
        bound = self.getintbound(box)
        if bound.has_lower and bound.has_upper and bound.lower == bound.upper:
            self.make_constant_int(box, bound.lower)
        if is_emitted_here(self.optimizer, box):
            intbounds.dispatch_bounds_ops(self, box)

    OptIntBounds.propagate_bounds_backward = propagate_bounds_backward


@correction('quotient-of-contradicting-bounds', features.HAS_PLAIN_BOUNDS)
def quotient_of_contradicting_bounds():
    plain = IntBound.py_div_bound.im_func

    def py_div_bound(self, other):
        """The bounds of a quotient.  Where code cannot be reached, bounds may
        contradict each other: [1, 0] does not contain the 0 that the toolchain
        then divided by."""
        if other.has_lower and other.has_upper and (
                other.lower == 0 or other.upper == 0):
            return intutils.IntUnbounded()
        return plain(self, other)

    IntBound.py_div_bound = py_div_bound
