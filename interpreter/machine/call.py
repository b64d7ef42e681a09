"""The call protocol.

Every call goes through these steps, in this order: budget, refinements, memo,
hook, trace events, depth, frame.  Each kind of call takes its documented
subset (docs/contract.rst).  What a step needs to know of the callee is
immutable, so in a trace a step that does not apply costs nothing.
"""

from rpython.rlib import jit

from interpreter.machine import failures
from interpreter.machine.frame import Frame
from interpreter.machine.hook import FRUITLESS_OFFERS
from interpreter.machine.modes import (
    COUNTED, EXACT, HOOKED, OBSERVED, WORKER)
from interpreter.machine.recorder import call_site
from interpreter.objects.errors import Panic, VMError
from interpreter.objects.numbers import w_unit


@jit.unroll_safe
def execute(vm, frame, code, mode):
    """Run ``frame`` until it returns; -> its value.  A tail call out of its
    group replaces the frame."""
    from interpreter.machine.portal import run
    while True:
        w_result = run(vm, frame, code, mode)
        if w_result is not None:
            return w_result
        frame = vm.tail_frame
        vm.tail_frame = None
        code = jit.promote(vm.tail_code)


# The steps

def charge_budget(vm, code):
    if code.budget_cost > 0:
        _charge_budget(vm, code.budget_cost)


@jit.dont_look_inside
def _charge_budget(vm, cost):
    vm.host.charge_budget(cost)


@jit.unroll_safe
def check_refinements(frame, code):
    """The arguments are on top of the stack of ``frame``."""
    checks = code.checks
    if checks is not None:
        for i in range(len(checks)):
            check = checks[i]
            check.run(code, frame.peek(code.arity - 1 - check.index))


@jit.unroll_safe
def check_refined_values(code, args_w):
    checks = code.checks
    if checks is not None:
        for i in range(len(checks)):
            check = checks[i]
            check.run(code, args_w[check.index])


def probe_memo(vm, frame, code, mode):
    """-> the MemoEntry of the call, or None if it is not memoised."""
    if code.is_pure:
        if mode & WORKER:
            return _probe_memo_of_worker(vm, code,
                                         frame.peek_values(code.arity))
        if code.memo.enabled:
            return code.memo.probe(vm, frame.peek_values(code.arity))
        if mode & COUNTED:
            vm.memo_skips += 1
    return None


@jit.dont_look_inside
def _probe_memo_of_worker(vm, code, args_w):
    memo = vm.worker.memo_of(code)
    if not memo.enabled:
        return None
    return memo.probe(vm, args_w)


def store_in_memo(vm, code, entry, w_value, mode):
    """Keep the result of the call that missed with ``entry``."""
    if mode & WORKER:
        _store_in_memo_of_worker(vm, code, entry, w_value)
    else:
        code.memo.store(entry, w_value)


@jit.dont_look_inside
def _store_in_memo_of_worker(vm, code, entry, w_value):
    vm.worker.memo_of(code).store(entry, w_value)


def is_hooked(code, mode):
    """Is the hook asked about calls of ``code``?"""
    return (mode & HOOKED) != 0 and code.asks_hook


@jit.dont_look_inside
def consult_hook(vm, code, args_w, depth):
    """-> the value of the call, or None if the hook declines.  The fuel is in
    the machine, before and after.  ``depth`` counts the frames below the
    call.  A hook that calls back into the machine runs above them, without
    itself and unobserved."""
    fuel = vm.fuel
    reserve = vm.reserve
    mode = vm.base_mode
    base_depth = vm.base_depth
    vm.base_mode = mode & ~(HOOKED | OBSERVED)
    vm.base_depth = depth
    try:
        w_value = vm.hook.try_call(code.index, args_w, vm.step_counter,
                                   vm.step_limit())
    except VMError as error:
        code.declined_offers = -1
        error.steps_settled = True
        if error.stack is None:
            error.passes(code, -1)
        raise error
    finally:
        vm.base_mode = mode
        vm.base_depth = base_depth
    if w_value is None:
        vm.fuel = fuel
        vm.reserve = reserve
        count_declined(code)
    else:
        code.declined_offers = -1
    return w_value


def count_declined(code):
    if code.declined_offers >= 0:
        code.declined_offers += 1
        if code.declined_offers == FRUITLESS_OFFERS:
            code.asks_hook = False


@jit.dont_look_inside
def record_enter(vm, site, args_w):
    vm.recorder.enter(site, args_w)


@jit.dont_look_inside
def record_exit(vm, w_value):
    vm.recorder.exit_ok(w_value)


@jit.dont_look_inside
def record_tail_exit(vm):
    vm.recorder.exit_call_tail()


def check_depth(vm, frame):
    # Without the first test, loops would check that a depth is not the smallest Int.
    if frame.depth < 0 or frame.depth >= vm.max_depth:
        raise failures.call_stack_overflow(vm.max_depth)


# The kinds of calls

def call_function(vm, frame, code, pc, callee, mode):
    """``Call``: the arguments are on the stack of ``frame``, which runs
    ``code`` and has charged its steps; replaces them by the result."""
    charge_budget(vm, callee)
    check_refinements(frame, callee)
    entry = probe_memo(vm, frame, callee, mode)
    if entry is not None and entry.w_value is not None:
        accepted(vm, frame, code, pc, callee, entry.w_value, mode)
        return
    if is_hooked(callee, mode):
        vm.fuel = frame.fuel
        w_value = consult_hook(vm, callee, frame.peek_values(callee.arity),
                               frame.depth)
        if w_value is not None:
            frame.fuel = vm.fuel
            if entry is not None:
                store_in_memo(vm, callee, entry, w_value, mode)
            accepted(vm, frame, code, pc, callee, w_value, mode)
            return
    if mode & OBSERVED:
        record_enter(vm, call_site(code, pc, callee),
                     frame.peek_values(callee.arity))
    check_depth(vm, frame)
    inner = Frame(callee, frame.depth + 1, frame.fuel)
    frame.move_arguments_to(inner, callee.arity)
    w_value = execute(vm, inner, callee, mode & ~EXACT)
    if mode & OBSERVED:
        record_exit(vm, w_value)
    if entry is not None:
        store_in_memo(vm, callee, entry, w_value, mode)
    frame.push(w_value)


def accepted(vm, frame, code, pc, callee, w_value, mode):
    """The call was answered without running the callee."""
    if mode & OBSERVED:
        record_enter(vm, call_site(code, pc, callee),
                     frame.peek_values(callee.arity))
        record_exit(vm, w_value)
    frame.drop(callee.arity)
    vm.fuel = frame.fuel
    frame.push(w_value)


def prepare_tail_call(vm, frame, code, pc, callee, mode):
    """The steps of ``TailCall`` before the frame is replaced: no memo, no
    depth.  -> the value that the hook answered, or None.  The value is the
    caller's own: returning it closes the node that is opened here."""
    charge_budget(vm, callee)
    check_refinements(frame, callee)
    w_value = None
    if is_hooked(callee, mode):
        vm.fuel = frame.fuel
        w_value = consult_hook(vm, callee, frame.peek_values(callee.arity),
                               frame.depth - 1)
    if mode & OBSERVED:
        record_tail_exit(vm)
        record_enter(vm, call_site(code, pc, callee),
                     frame.peek_values(callee.arity))
    return w_value


def leave_tail_group(vm, frame, callee):
    """Hand a fresh frame for ``callee`` to ``execute``."""
    inner = Frame(callee, frame.depth, frame.fuel)
    frame.move_arguments_to(inner, callee.arity)
    vm.tail_code = callee
    vm.tail_frame = inner


@jit.unroll_safe
def _bind_captures(inner, closure):
    captured_w = closure.captured_w
    for i in range(len(captured_w)):
        inner.store(i, captured_w[i])
    return len(captured_w)


def call_closure(vm, frame, code, pc, closure, count, mode):
    """``CallClosure``: no refinements, memo or hook.  The ``count`` arguments
    are on the stack above the closure."""
    callee = jit.promote(closure.code)
    if len(closure.captured_w) + count != callee.arity:
        raise arity_mismatch(callee)
    charge_budget(vm, callee)
    if mode & OBSERVED:
        record_enter(vm, call_site(code, pc, callee),
                     closure.captured_w + frame.peek_values(count))
    check_depth(vm, frame)
    inner = Frame(callee, frame.depth + 1, frame.fuel)
    captures = _bind_captures(inner, closure)
    _move_after_captures(frame, inner, captures, count)
    w_value = execute(vm, inner, callee, mode & ~EXACT)
    if mode & OBSERVED:
        record_exit(vm, w_value)
    frame.pop()
    frame.push(w_value)


@jit.unroll_safe
def _move_after_captures(frame, inner, captures, count):
    for i in range(count):
        inner.store(captures + i, frame.peek(count - 1 - i))
    frame.drop(count)


@jit.dont_look_inside
def arity_mismatch(callee):
    return Panic('arity mismatch calling %s' % callee.name)


def invoke1(vm, closure, callee, depth, w_argument, mode):
    """A native instruction calls ``closure``, whose code is ``callee``, with
    one argument.  ``depth`` is the caller's.  Like a call by the host: no
    budget, memo or trace event."""
    if len(closure.captured_w) + 1 != callee.arity:
        raise arity_mismatch(callee)
    inner = _host_frame(vm, callee, depth)
    captures = _bind_captures(inner, closure)
    inner.store(captures, w_argument)
    return run_host_frame(vm, inner, callee, mode)


def invoke2(vm, closure, callee, depth, w_first, w_second, mode):
    """Like ``invoke1`` with two arguments."""
    if len(closure.captured_w) + 2 != callee.arity:
        raise arity_mismatch(callee)
    inner = _host_frame(vm, callee, depth)
    captures = _bind_captures(inner, closure)
    inner.store(captures, w_first)
    inner.store(captures + 1, w_second)
    return run_host_frame(vm, inner, callee, mode)


def _host_frame(vm, callee, depth):
    if depth >= vm.max_depth:
        raise failures.call_stack_overflow(vm.max_depth)
    return Frame(callee, depth + 1, vm.fuel)


def run_host_frame(vm, inner, callee, mode):
    """Check refinements, ask the hook, run; the arguments are in place."""
    if callee.checks is not None or mode & (HOOKED | OBSERVED):
        return _run_checked_host_frame(vm, inner, callee, mode)
    return execute(vm, inner, callee, mode)


@jit.unroll_safe
def _run_checked_host_frame(vm, inner, callee, mode):
    args_w = [None] * callee.arity
    for i in range(callee.arity):
        args_w[i] = inner.load(i)
    check_refined_values(callee, args_w)
    if is_hooked(callee, mode):
        w_value = consult_hook(vm, callee, args_w, inner.depth - 1)
        if w_value is not None:
            return w_value
    if not mode & OBSERVED:
        return execute(vm, inner, callee, mode)
    barrier = vm.recorder.enter_host_activation()
    w_value = w_unit
    finished = False
    try:
        w_value = execute(vm, inner, callee, mode)
        finished = True
    finally:
        if not finished:
            vm.recorder.abandon_host_activation(barrier)
    vm.recorder.leave_host_activation(barrier, w_value)
    return w_value


@jit.unroll_safe
def invoke_function(vm, callee, args_w, depth):
    """The host calls ``callee``; -> its value.  ``depth`` counts the frames
    already there.  Raises VMError."""
    if len(args_w) != callee.arity:
        raise arity_mismatch(callee)
    inner = _host_frame(vm, callee, depth)
    for i in range(len(args_w)):
        inner.store(i, args_w[i])
    return run_host_frame(vm, inner, callee, vm.base_mode)


def invoke_closure(vm, closure, args_w, depth):
    """The host calls ``closure`` with ``args_w``."""
    captured_w = closure.captured_w
    all_w = [captured_w[i] for i in range(len(captured_w))]
    for w_arg in args_w:
        all_w.append(w_arg)
    return invoke_function(vm, closure.code, all_w[:], depth)
