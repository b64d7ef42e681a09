"""Corrections and additions to the optimiser and collector of the pinned RPython.

Imported by the translation target and by the tests that run the JIT.
"""

from rpython.jit.metainterp import warmstate
from rpython.jit.metainterp.compile import ResumeGuardForcedDescr
from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import rewrite
from rpython.jit.metainterp.optimizeopt.heap import OptHeap
from rpython.jit.metainterp.optimizeopt.intbounds import (
    OptIntBounds, dispatch_bounds_ops)
from rpython.jit.metainterp.optimizeopt.intutils import (
    IntBound, IntUnbounded, MININT)
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite
from rpython.jit.metainterp.optimizeopt.unroll import UnrollableOptimizer
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.resoperation import AbstractResOp, rop
from rpython.memory.gc.incminimark import IncrementalMiniMarkGC
from rpython.rlib.jit import Counters
from rpython.rlib.rarithmetic import ovfcheck

_force_from_effectinfo = OptHeap.force_from_effectinfo.im_func


def force_from_effectinfo(self, effectinfo):
    """Before a residual call, also store the pending values of immutable
    fields that the callee both reads and, in objects that it makes, writes.

    The toolchain counts such a field as written only, and skips written
    fields that are immutable: the callee then reads an object of the trace
    whose fields are not stored yet.
    """
    for descr, cached_field in self.cached_fields.items():
        if descr.is_always_pure() and effectinfo.check_write_descr_field(descr):
            cached_field.force_lazy_set(self, descr)
    _force_from_effectinfo(self, effectinfo)


OptHeap.force_from_effectinfo = force_from_effectinfo


_optimizer_init = Optimizer.__init__.im_func
_emit_operation = Optimizer._emit_operation.im_func


def optimizer_init(self, metainterp_sd, jitdriver_sd, optimizations=None):
    self.emitted_here = {}
    _optimizer_init(self, metainterp_sd, jitdriver_sd, optimizations)


def emit_operation(self, op):
    _emit_operation(self, op)
    self.emitted_here[self.get_box_replacement(op)] = None


def propagate_bounds_backward(self, box):
    """Derive bounds of an operation's arguments from those of its result,
    for operations of this part of the trace alone.

    A variable of a loop is, to the toolchain, still the operation that
    computed it before the loop.  What that operation's arguments were holds
    for the first round only, so nothing follows for them from what a guard
    in the loop says about the variable; the toolchain concluded that it did
    and dropped guards that bridges into the loop depend on.
    """
    bound = self.getintbound(box)
    if bound.has_lower and bound.has_upper and bound.lower == bound.upper:
        self.make_constant_int(box, bound.lower)
    if isinstance(box, AbstractResOp) and box in self.optimizer.emitted_here:
        dispatch_bounds_ops(self, box)


Optimizer.__init__ = optimizer_init
Optimizer._emit_operation = emit_operation
OptIntBounds.propagate_bounds_backward = propagate_bounds_backward


_handle_async_forcing = ResumeGuardForcedDescr.handle_async_forcing.im_func


def handle_async_forcing(self, deadframe):
    """Count what the toolchain has a counter for but does not count: frames
    of compiled code whose fields somebody else had to have."""
    self.metainterp_sd.profiler.count(Counters.OPT_FORCINGS)
    _handle_async_forcing(self, deadframe)


ResumeGuardForcedDescr.handle_async_forcing = handle_async_forcing


_optimize_int_sub = OptRewrite.optimize_INT_SUB.im_func


def optimize_int_sub(self, op):
    """Turn ``(x - c) - d`` into ``x - (c + d)``.

    Each block of a program takes its steps from the fuel; what stays of a
    chain of blocks is one subtraction, unless something else needs the fuel
    in between.  The first difference must come from this part of the trace:
    see ``propagate_bounds_backward``.
    """
    subtrahend = self.get_box_replacement(op.getarg(1))
    minuend = self.get_box_replacement(op.getarg(0))
    if (isinstance(subtrahend, ConstInt) and isinstance(minuend, AbstractResOp) and
            minuend.getopnum() == rop.INT_SUB and
            minuend in self.optimizer.emitted_here):
        first = self.get_box_replacement(minuend.getarg(1))
        if isinstance(first, ConstInt):
            try:
                total = ovfcheck(first.getint() + subtrahend.getint())
            except OverflowError:
                return _optimize_int_sub(self, op)
            start = self.get_box_replacement(minuend.getarg(0))
            op = self.replace_op_with(op, rop.INT_SUB,
                                      args=[start, ConstInt(total)])
    return _optimize_int_sub(self, op)


_optimize_int_mul = OptRewrite.optimize_INT_MUL.im_func


def optimize_int_mul(self, op):
    """Leave products with the smallest integer alone.  The toolchain takes it
    for a power of two and looks for its highest bit without end."""
    for i in range(2):
        bound = self.getintbound(self.get_box_replacement(op.getarg(i)))
        if bound.is_constant() and bound.getint() == MININT:
            return self.emit(op)
    return _optimize_int_mul(self, op)


OptRewrite.optimize_INT_MUL = optimize_int_mul
OptRewrite.optimize_INT_SUB = optimize_int_sub
rewrite.dispatch_opt = make_dispatcher_method(OptRewrite, 'optimize_',
                                              default=OptRewrite.emit)


def _have_debug_prints(category):
    return True


# The toolchain asks for the name of a place in the program only while it writes its
# log; ``--jit-stats`` wants it as well.
warmstate.have_debug_prints_for = _have_debug_prints


_constant_fold = Optimizer.constant_fold.im_func


def constant_fold(self, op):
    """Fold a checked operation on constants too if it overflows.

    In the second copy of a loop's body, variables may have become constants
    of which it is known that the guard against overflow must fail.  There is
    no such loop then; the toolchain stopped the program with a failed
    assertion.
    """
    opnum = op.getopnum()
    if not rop.is_ovf(opnum):
        return _constant_fold(self, op)
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


_py_div_bound = IntBound.py_div_bound.im_func


def py_div_bound(self, other):
    """The bounds of a quotient.  Where code cannot be reached, bounds may
    contradict each other: [1, 0] does not contain the 0 that the toolchain
    then divided by."""
    if other.has_lower and other.has_upper and (
            other.lower == 0 or other.upper == 0):
        return IntUnbounded()
    return _py_div_bound(self, other)


IntBound.py_div_bound = py_div_bound


_setinfo_from_preamble = UnrollableOptimizer.setinfo_from_preamble.im_func


def setinfo_from_preamble(self, op, preamble_info, exported_infos):
    """Make a variable of a loop constant when its bounds leave one value.

    Such a variable is not passed to the loop, since every jump there has made
    sure of the value; but to the loop it was still a variable, so that guards
    kept one that nothing computes, and frames got what was left in a register.
    """
    if isinstance(preamble_info, IntBound) and preamble_info.is_constant():
        op = self.get_box_replacement(op)
        if op.get_forwarded() is None and not op.is_constant():
            op.set_forwarded(preamble_info.getconst())
        return
    _setinfo_from_preamble(self, op, preamble_info, exported_infos)


UnrollableOptimizer.setinfo_from_preamble = setinfo_from_preamble


_manually_copy_card_bits = IncrementalMiniMarkGC.manually_copy_card_bits.im_func
CARDS_OF_A_BYTE = 8


def manually_copy_card_bits(self, source_addr, dest_addr, length):
    """Copy the marks of the copied items only.

    In the last byte those of the source's further items come along.  If the copy is
    shorter, no item is where they point to, and in a build with assertions that ends
    the program.
    """
    cards = (length + self.card_page_indices - 1) >> self.card_page_shift
    in_last_byte = cards % CARDS_OF_A_BYTE
    if in_last_byte == 0:
        _manually_copy_card_bits(self, source_addr, dest_addr, length)
        return
    address = self.get_card(dest_addr, cards // CARDS_OF_A_BYTE)
    before = ord(address.char[0])
    _manually_copy_card_bits(self, source_addr, dest_addr, length)
    copied = ord(address.char[0]) & ((1 << in_last_byte) - 1)
    address.char[0] = chr(before | copied)


IncrementalMiniMarkGC.manually_copy_card_bits = manually_copy_card_bits
