"""A net below the optimiser: no trace reaches the backend that is not well formed.

A fault of the optimiser may leave an operation, a guard or a jump with a value that
nothing has computed, or a jump that does not fit its label.  The backend would stop the
program then, or compile what reads left-over registers.  Such a trace is given up, like
one of which the optimiser finds that it makes no sense: it costs speed, not the program.
The log of the toolchain has the reason, in a section ``jit-abort``.
"""

from rpython.jit.metainterp import compile
from rpython.jit.metainterp.history import Const, TargetToken
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt.info import AbstractInfo
from rpython.jit.metainterp.resoperation import AbstractResOpOrInputArg, rop

# The types of the arguments of its label, once a trace with it was found well formed.
TargetToken.argument_types = None


class Part(AbstractInfo):
    """Marks the values that are known in one part of a trace, between two labels: their
    operations are forwarded to it, which costs less than a dictionary."""


def types_of(boxes):
    """-> their types as one character each: i, r or f."""
    return ''.join([box.type for box in boxes])


def is_known(box, part):
    """Is a box a constant or a value that was computed in the part?"""
    if isinstance(box, Const):
        return True
    return isinstance(box, AbstractResOpOrInputArg) and box.get_forwarded() is part


def enter(boxes, part):
    """Start a part with the arguments of its label; -> the fault, or an empty text."""
    for box in boxes:
        if isinstance(box, Const):
            return 'a label has a constant'
        if box.get_forwarded() is part:
            return 'a label has a variable twice'
        box.set_forwarded(part)
    return ''


def fault_of_jump(op):
    """-> the fault of a jump to a label that was seen, or an empty text."""
    target = op.getdescr()
    if not isinstance(target, TargetToken) or target.argument_types is None:
        return 'a jump to a loop that was not compiled'
    if target.argument_types != types_of(op.getarglist()):
        return 'a jump with other arguments than its label'
    return ''


def fault_of_values(op, part):
    """-> the fault of an operation's arguments, or an empty text."""
    for i in range(op.numargs()):
        if not is_known(op.getarg(i), part):
            return 'an operation on a value that nothing has computed'
    if op.is_guard():
        for box in op.getfailargs():
            if box is not None and (isinstance(box, Const) or not is_known(box, part)):
                return 'a guard keeps a value that nothing has computed'
    return ''


def fault_of_order(operations, i):
    """-> the fault of what follows an operation, or an empty text."""
    op = operations[i]
    is_last = i == len(operations) - 1
    if rop.is_final(op.getopnum()) != is_last:
        return 'a trace that does not end with its first jump'
    if op.is_ovf() and not operations[i + 1].getopnum() in (
            rop.GUARD_NO_OVERFLOW, rop.GUARD_OVERFLOW):
        return 'a checked operation without its guard'
    return ''


def fault_of_trace(inputargs, operations):
    """-> what is wrong with a trace, or an empty text.

    Boxes must have no information attached; they come back with marks.  The labels
    learn the types of their arguments.
    """
    part = Part()
    fault = enter(inputargs, part)
    if not operations:
        fault = 'an empty trace'
    for i in range(len(operations)):
        op = operations[i]
        if not fault:
            fault = fault_of_order(operations, i)
        if not fault:
            fault = fault_of_values(op, part)
        if fault:
            break
        if op.getopnum() == rop.LABEL:
            part = Part()
            fault = enter(op.getarglist(), part)
            target = op.getdescr()
            assert isinstance(target, TargetToken)
            target.argument_types = types_of(op.getarglist())
        elif op.getopnum() == rop.JUMP:
            fault = fault_of_jump(op)
        elif op.type != 'v':
            op.set_forwarded(part)
    return fault


def forget_labels(operations):
    """The labels of a trace will never be there."""
    for op in operations:
        if op.getopnum() == rop.LABEL:
            target = op.getdescr()
            assert isinstance(target, TargetToken)
            target.argument_types = None
            token = target.targeting_jitcell_token
            if token is not None and target in token.target_tokens:
                token.target_tokens.remove(target)


def check(inputargs, operations):
    """Raise InvalidLoop if a trace is not well formed; forgets what was known of it."""
    compile.forget_optimization_info(operations)
    compile.forget_optimization_info(inputargs)
    fault = fault_of_trace(inputargs, operations)
    compile.forget_optimization_info(operations)
    compile.forget_optimization_info(inputargs)
    if fault:
        forget_labels(operations)
        raise InvalidLoop('not well formed: ' + fault)
