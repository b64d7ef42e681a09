"""Corrections of optimizeopt/unroll.py and shortpreamble.py: the loop proper and the ways
into it.

A loop proper starts with a label and ends with a jump there.  Whoever else jumps to the
label first runs the loop's short preamble on its values.  Three lists have to agree all
the time: the arguments of the label, the values that the short preamble computes for
them, and the arguments of each jump.  A value that the loop takes from the preamble
becomes one more argument of the label when it is used, which may be as late as when the
last jump is made.
"""

from rpython.jit.metainterp import compile
from rpython.jit.metainterp.history import Const, ConstInt
from rpython.jit.metainterp.optimize import InvalidLoop, SpeculativeError
from rpython.jit.metainterp.optimizeopt import unroll
from rpython.jit.metainterp.optimizeopt.info import NonNullPtrInfo
from rpython.jit.metainterp.optimizeopt.intutils import IntBound
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.shortpreamble import (
    AbstractShortPreambleBuilder, ExtendedShortPreambleBuilder)
from rpython.jit.metainterp.optimizeopt.unroll import UnrollOptimizer
from rpython.jit.metainterp.resoperation import GuardResOp

from toolchain_fixes import features
from toolchain_fixes.features import LoopOptimizer
from toolchain_fixes.registry import correction

# The class that makes jumps into loops.
Unroller = getattr(unroll, 'OptUnroll', UnrollOptimizer)


def only_value(bound):
    """-> the value that constant bounds leave."""
    if features.HAS_PLAIN_BOUNDS:
        return bound.getint()
    return bound.get_constant_int()


@correction('variable-with-one-value')
def variable_with_one_value():
    plain = LoopOptimizer.setinfo_from_preamble.im_func

    def setinfo_from_preamble(self, op, preamble_info, exported_infos):
        """Make a variable of a loop constant when its bounds leave one value.

        Such a variable is not passed to the loop, since every jump there has made
        sure of the value; but to the loop it was still a variable, so that guards
        kept one that nothing computes, and frames got what was left in a register.
        """
        if isinstance(preamble_info, IntBound) and preamble_info.is_constant():
            op = op.get_box_replacement()
            if op.get_forwarded() is None and not op.is_constant():
                op.set_forwarded(ConstInt(only_value(preamble_info)))
            return
        plain(self, op, preamble_info, exported_infos)

    LoopOptimizer.setinfo_from_preamble = setinfo_from_preamble


@correction('names-of-late-values')
def names_of_late_values():
    plain = UnrollOptimizer.optimize_peeled_loop.im_func

    def optimize_peeled_loop(self, *args):
        """Hand out the second names that values get in front of the label when all of
        them are known.

        The toolchain took a copy of the list before the loop's own short preamble, at
        the end, added to it: the label then had a variable that nothing computes.
        """
        info, operations = plain(self, *args)
        if features.HAS_PLAIN_UNROLLER:
            producer = self.short_preamble_producer
        else:
            producer = self.optunroll.short_preamble_producer
        info.extra_same_as = producer.extra_same_as
        return info, operations

    UnrollOptimizer.optimize_peeled_loop = optimize_peeled_loop


@correction('late-values-anywhere')
def late_values_anywhere():
    plain = Unroller.finalize_short_preamble.im_func

    def finalize_short_preamble(self, label_op, virtual_state):
        """Let values of the preamble become arguments of the label from here on.

        The toolchain allowed it while the loop's own short preamble is inlined only.
        A jump to the preamble or to another loop makes some known as well, and the
        lists that they belong to were not there yet.
        """
        target_token = plain(self, label_op, virtual_state)
        short = target_token.short_preamble
        producer = self.short_preamble_producer
        assert isinstance(producer, ExtendedShortPreambleBuilder)
        producer.setup(short[-1].getarglist(), short, label_op.getarglist())
        return target_token

    Unroller.finalize_short_preamble = finalize_short_preamble

    def use_box(self, box, preamble_op, optimizer=None):
        """Keep the short preamble whole, with its jump, whatever happens."""
        jump_op = self.short.pop()
        try:
            AbstractShortPreambleBuilder.use_box(self, box, preamble_op, optimizer)
        finally:
            self.short.append(jump_op)

    ExtendedShortPreambleBuilder.use_box = use_box


@correction('values-that-forcing-brings-up')
def values_that_forcing_brings_up():
    def mapped(mapping, box):
        if isinstance(box, Const):
            return box
        try:
            return mapping[box]
        except KeyError:
            raise InvalidLoop('the short preamble does not compute what it passes on')

    def inline_operation(self, op, mapping, guard):
        args = [mapped(mapping, arg) for arg in op.getarglist()]
        if op.is_guard():
            copy = op.copy_and_change(op.getopnum(), args,
                                      descr=compile.ResumeAtPositionDescr())
            assert isinstance(copy, GuardResOp)
            copy.rd_resume_position = guard.rd_resume_position
        else:
            copy = op.copy_and_change(op.getopnum(), args)
        # First, as emitting may already ask for it.
        mapping[op] = copy
        self.optimizer.send_extra_operation(copy)

    def force_all(self, boxes):
        for box in boxes:
            self.optimizer.force_box(box.get_box_replacement())

    def inline_short_preamble(self, jump_args, args_no_virtuals, short, patchguardop,
                              target_token, label_op):
        """Run a short preamble in front of a jump to its loop; -> its values.

        If it is that of the loop at hand, emitting an operation may add operations to
        it and forcing a value may add a value, over and over; the jump must have them
        all.  The toolchain forced once; later ones then became arguments of the label,
        but not of the jump.
        """
        inputs = short[0].getarglist()
        results = short[-1].getarglist()
        if len(inputs) != len(jump_args):
            raise InvalidLoop('the short preamble takes another number of values')
        producer = self.short_preamble_producer
        if (isinstance(producer, ExtendedShortPreambleBuilder) and
                producer.target_token is target_token):
            producer.setup(results, short, label_op.getarglist())
        mapping = {}
        for i in range(len(inputs)):
            mapping[inputs[i]] = jump_args[i]
        done = 1
        settled = False
        while not settled:
            self._check_no_forwarding([inputs, short], False)
            while done < len(short) - 1:
                inline_operation(self, short[done], mapping, patchguardop)
                done += 1
            count = len(results)
            force_all(self, args_no_virtuals)
            force_all(self, [mapped(mapping, box) for box in results])
            self.optimizer.flush()
            settled = done == len(short) - 1 and count == len(results)
        return [mapped(mapping, box).get_box_replacement() for box in results]

    Unroller.inline_short_preamble = inline_short_preamble


@correction('short-preamble-that-does-not-fit')
def short_preamble_that_does_not_fit():
    plain = Unroller.jump_to_existing_trace.im_func

    def jump_to_existing_trace(self, jump_op, label_op, runtime_boxes, force_boxes=False):
        """Take another way into the loop if a short preamble reads what is not there.

        In code that cannot be reached, constants may have types that contradict each
        other.  The toolchain gave up such loops, but not such jumps into one.
        """
        try:
            return plain(self, jump_op, label_op, runtime_boxes, force_boxes)
        except SpeculativeError:
            raise InvalidLoop('a short preamble does not fit the types of its values')

    Unroller.jump_to_existing_trace = jump_to_existing_trace


@correction('guards-before-a-failed-jump', not features.CAN_KEEP_GUARDS)
def guards_before_a_failed_jump():
    plain_jump = Unroller.jump_to_existing_trace.im_func
    plain_last_guard = NonNullPtrInfo.get_last_guard.im_func
    plain_mark = NonNullPtrInfo.mark_last_guard.im_func

    def jump_to_existing_trace(self, jump_op, label_op, runtime_boxes, force_boxes=False):
        """Do not merge guards of a short preamble with earlier ones of the trace.

        The jump may be given up after some of its guards were emitted.  At the end of
        the trace those do no harm; merged with earlier ones, they made the trace wrong.
        """
        self.optimizer.merges_guards = False
        try:
            return plain_jump(self, jump_op, label_op, runtime_boxes, force_boxes)
        finally:
            self.optimizer.merges_guards = True

    def get_last_guard(self, optimizer):
        if not optimizer.merges_guards:
            return None
        return plain_last_guard(self, optimizer)

    def mark_last_guard(self, optimizer):
        if optimizer.merges_guards:
            plain_mark(self, optimizer)

    Optimizer.merges_guards = True
    Unroller.jump_to_existing_trace = jump_to_existing_trace
    NonNullPtrInfo.get_last_guard = get_last_guard
    NonNullPtrInfo.mark_last_guard = mark_last_guard
