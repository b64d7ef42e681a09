"""Corrections of optimizeopt/intbounds.py and pure.py: arithmetic that wraps around.

Lex's own arithmetic checks for overflow first.  Hash functions and bit operations of the
machine wrap around, and the compiled form of both meets in one trace.
"""

from rpython.jit.metainterp.optimizeopt import intbounds, intutils
from rpython.jit.metainterp.optimizeopt.intbounds import OptIntBounds
from rpython.jit.metainterp.optimizeopt.intutils import IntBound
from rpython.jit.metainterp.optimizeopt.pure import OptPure, RecentPureOps
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import rop

from toolchain_fixes import features
from toolchain_fixes.registry import correction


@correction('bounds-of-wrapping-results', features.HAS_PLAIN_BOUNDS)
def bounds_of_wrapping_results():
    """Nothing follows from a wrapped result for the arguments, and the other way round.

    What the toolchain concludes holds for results that are known not to wrap: both ends
    of their bounds are representable.  For checked operations one end is enough.
    """
    plain_add = IntBound.add_bound.im_func
    plain_sub = IntBound.sub_bound.im_func
    plain_mul_backward = OptIntBounds.propagate_bounds_INT_MUL.im_func
    plain_lshift_backward = OptIntBounds.propagate_bounds_INT_LSHIFT.im_func

    def both_ends(bound):
        if bound.bounded():
            return bound
        return intutils.IntUnbounded()

    def propagate_bounds_int_add(self, op):
        if self.is_raw_ptr(op.getarg(0)) or self.is_raw_ptr(op.getarg(1)):
            return
        left = self.getintbound(op.getarg(0))
        right = self.getintbound(op.getarg(1))
        result = self.getintbound(op)
        if left.intersect(both_ends(plain_sub(result, right))):
            self.propagate_bounds_backward(op.getarg(0))
        if right.intersect(both_ends(plain_sub(result, left))):
            self.propagate_bounds_backward(op.getarg(1))

    def propagate_bounds_int_sub(self, op):
        left = self.getintbound(op.getarg(0))
        right = self.getintbound(op.getarg(1))
        result = self.getintbound(op)
        if left.intersect(both_ends(plain_add(result, right))):
            self.propagate_bounds_backward(op.getarg(0))
        if right.intersect(both_ends(plain_sub(left, result))):
            self.propagate_bounds_backward(op.getarg(1))

    def propagate_bounds_int_mul(self, op):
        left = self.getintbound(op.getarg(0))
        if left.mul_bound(self.getintbound(op.getarg(1))).bounded():
            plain_mul_backward(self, op)

    def propagate_bounds_int_lshift(self, op):
        left = self.getintbound(op.getarg(0))
        if left.lshift_bound(self.getintbound(op.getarg(1))).bounded():
            plain_lshift_backward(self, op)

    OptIntBounds.propagate_bounds_INT_ADD = propagate_bounds_int_add
    OptIntBounds.propagate_bounds_INT_SUB = propagate_bounds_int_sub
    OptIntBounds.propagate_bounds_INT_MUL = propagate_bounds_int_mul
    OptIntBounds.propagate_bounds_INT_LSHIFT = propagate_bounds_int_lshift
    intbounds.dispatch_bounds_ops = make_dispatcher_method(OptIntBounds,
                                                           'propagate_bounds_')


@correction('checked-after-wrapping', features.HAS_PLAIN_BOUNDS)
def checked_after_wrapping():
    """The result of a plain operation is none for the checked one with the same
    arguments: nobody looked whether it wrapped around.  The other direction is fine."""
    plain_init = OptPure.__init__.im_func
    plain_getrecentops = OptPure.getrecentops.im_func
    plain_lookup = RecentPureOps.lookup.im_func
    RecentPureOps.checked = None

    def init(self):
        plain_init(self)
        self.checked_ops = [None] * (rop._OVF_LAST - rop._OVF_FIRST)

    def getrecentops(self, opnum):
        if rop._OVF_FIRST <= opnum <= rop._OVF_LAST:
            return checked_recentops(self, opnum - rop._OVF_FIRST)
        recent_ops = plain_getrecentops(self, opnum)
        index = opnum - rop._ALWAYS_PURE_FIRST
        if index < len(self.checked_ops) and recent_ops.checked is None:
            recent_ops.checked = checked_recentops(self, index)
        return recent_ops

    def checked_recentops(self, index):
        assert index >= 0
        recent_ops = self.checked_ops[index]
        if recent_ops is None:
            recent_ops = self.checked_ops[index] = RecentPureOps()
        return recent_ops

    def lookup(self, optimizer, op):
        found = plain_lookup(self, optimizer, op)
        if found is None and self.checked is not None:
            return plain_lookup(self.checked, optimizer, op)
        return found

    OptPure.__init__ = init
    OptPure.getrecentops = getrecentops
    RecentPureOps.lookup = lookup
