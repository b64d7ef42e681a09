"""metainterp/compile.py: faults of the optimiser cost a trace, not the program."""

import sys
import types

import pytest
from rpython.jit.metainterp import compile
from rpython.jit.metainterp.history import ConstInt, JitCellToken, TargetToken, TreeLoop
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import heap, optimizer
from rpython.jit.metainterp.optimizeopt.heap import OptHeap
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.unroll import UnrollOptimizer
from rpython.jit.metainterp.resoperation import (
    InputArgFloat, InputArgInt, ResOperation, rop)
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.rlib import jit

import toolchain_fixes
from toolchain_fixes import features, wellformed

assert toolchain_fixes.APPLIED


class Trace(object):
    """A loop with a guard and a checked operation, and all its parts."""

    def __init__(self):
        self.token = JitCellToken()
        self.target = TargetToken(self.token)
        self.token.target_tokens = [self.target]
        self.inputs = [InputArgInt(), InputArgFloat()]
        self.x, self.f = self.inputs
        self.before = ResOperation(rop.INT_NEG, [self.x])
        self.label = ResOperation(rop.LABEL, [self.x, self.f], descr=self.target)
        self.sum = ResOperation(rop.INT_ADD_OVF, [self.x, ConstInt(1)])
        self.no_overflow = ResOperation(rop.GUARD_NO_OVERFLOW, [])
        self.no_overflow.setfailargs([self.x, None])
        self.less = ResOperation(rop.INT_LT, [self.sum, ConstInt(9)])
        self.guard = ResOperation(rop.GUARD_TRUE, [self.less])
        self.guard.setfailargs([self.sum, self.f])
        self.jump = ResOperation(rop.JUMP, [self.sum, self.f], descr=self.target)
        self.operations = [self.before, self.label, self.sum, self.no_overflow, self.less,
                           self.guard, self.jump]

    def check(self):
        wellformed.check(self.inputs, self.operations)


def argument_from_nowhere(trace):
    trace.less.setarg(0, ResOperation(rop.INT_NEG, [trace.x]))


def argument_from_before_the_label(trace):
    trace.less.setarg(0, trace.before)


def guard_keeps_what_comes_later(trace):
    trace.no_overflow.setfailargs([trace.less])


def guard_keeps_a_constant(trace):
    trace.guard.setfailargs([ConstInt(3)])


def jump_with_one_more(trace):
    trace.jump.initarglist([trace.sum, trace.f, trace.sum])


def jump_with_one_less(trace):
    trace.jump.initarglist([trace.sum])


def jump_with_another_type(trace):
    trace.jump.initarglist([trace.f, trace.sum])


def jump_to_nowhere(trace):
    trace.jump.setdescr(TargetToken(trace.token))


def two_jumps(trace):
    trace.operations.append(trace.jump)


def no_jump(trace):
    trace.operations.pop()


def label_with_a_variable_twice(trace):
    trace.label.initarglist([trace.x, trace.x])


def label_with_a_constant(trace):
    trace.label.initarglist([trace.x, ConstInt(1)])


def label_from_nowhere(trace):
    trace.label.initarglist([trace.x, trace.f, trace.less])


def inputs_twice(trace):
    trace.inputs.append(trace.x)


def checked_operation_without_guard(trace):
    del trace.operations[3]


FAULTS = [
    argument_from_nowhere, argument_from_before_the_label, guard_keeps_what_comes_later,
    guard_keeps_a_constant, jump_with_one_more, jump_with_one_less,
    jump_with_another_type, jump_to_nowhere, two_jumps, no_jump,
    label_with_a_variable_twice, label_with_a_constant, label_from_nowhere, inputs_twice,
    checked_operation_without_guard]


def test_well_formed():
    trace = Trace()
    trace.check()
    assert trace.target.argument_types == 'if'
    assert trace.token.target_tokens == [trace.target]
    assert [box.get_forwarded() for box in trace.inputs + trace.operations[:-1]] == [None] * 8


@pytest.mark.parametrize('fault', FAULTS)
def test_fault_is_found(fault):
    trace = Trace()
    fault(trace)
    with pytest.raises(InvalidLoop):
        trace.check()
    assert trace.target.argument_types is None
    assert trace.token.target_tokens == []


class Point(object):
    _immutable_fields_ = ['x', 'y']

    def __init__(self, x, y):
        self.x = x
        self.y = y


driver = jit.JitDriver(greens=[], reds=['n', 'total', 'a', 'b'])


def points(n):
    """A loop with bridges, that carries objects."""
    total = 0
    a = Point(n, 2)
    b = Point(3, n)
    while n > 0:
        driver.jit_merge_point(n=n, total=total, a=a, b=b)
        total = (total * 3 + a.x * b.y + b.x) & 0xffff
        if n % 5 == 1:
            a = Point(total, n)
        if n % 3 == 1:
            b = Point(n, total)
        a, b = b, a
        n -= 1
    return total


def spoil_label(operations, label):
    label.initarglist(label.getarglist()[:-1])


def spoil_jump(operations, label):
    if operations[-1].getopnum() == rop.JUMP:
        operations[-1].initarglist(operations[-1].getarglist()[:-1])


def spoil_guard(operations, label):
    for op in operations:
        if op.is_guard():
            op.setfailargs([ResOperation(rop.INT_NEG, [ConstInt(1)])])


def spoil_argument(operations, label):
    for op in operations:
        if op.getopnum() == rop.INT_AND:
            op.setarg(0, ResOperation(rop.INT_NEG, [ConstInt(1)]))


class TestGivingUp(LLJitMixin):

    @pytest.fixture(autouse=True)
    def no_other_checks(self, monkeypatch):
        """Untranslated, the toolchain looks itself."""
        monkeypatch.setattr(TreeLoop, 'check_consistency', lambda *args, **kwds: None)
        monkeypatch.setattr(TreeLoop, 'check_consistency_of_branch',
                            staticmethod(lambda *args, **kwds: None))

    def run(self):
        """-> the numbers of unrolled loops, of others and of bridges; the result is
        always right."""
        assert self.meta_interp(points, [60], listops=True, retrace_limit=0) == points(60)
        stats = get_stats()
        loops = stats.get_all_loops()
        labels = [[op.getopnum() for op in loop.operations].count(rop.LABEL)
                  for loop in loops]
        return labels.count(2), labels.count(1), stats.compiled_count - len(loops)

    def test_nothing_is_given_up_without_need(self):
        unrolled, others, bridges = self.run()
        assert unrolled == 1 and others == 0 and bridges > 2

    @pytest.mark.parametrize('spoil', [spoil_label, spoil_jump, spoil_guard, spoil_argument])
    def test_loop(self, monkeypatch, spoil):
        plain = UnrollOptimizer.optimize_peeled_loop.im_func

        def optimize_peeled_loop(self, *args):
            info, operations = plain(self, *args)
            spoil(operations, info.label_op)
            return info, operations

        monkeypatch.setattr(UnrollOptimizer, 'optimize_peeled_loop', optimize_peeled_loop)
        unrolled, others, bridges = self.run()
        assert unrolled == 0 and others == 1

    @pytest.mark.parametrize('spoil', [spoil_jump, spoil_guard])
    def test_bridge(self, monkeypatch, spoil):
        plain = UnrollOptimizer.optimize_bridge.im_func

        def optimize_bridge(self, *args):
            info, operations = plain(self, *args)
            spoil(operations, None)
            return info, operations

        monkeypatch.setattr(UnrollOptimizer, 'optimize_bridge', optimize_bridge)
        unrolled, others, bridges = self.run()
        assert unrolled == 1 and bridges < 2

    @pytest.mark.parametrize('statement', ['assert False, "planted"', 'raise NotImplementedError',
                                           '{}["planted"]'])
    @pytest.mark.parametrize('module, cls, method', [
        (heap, OptHeap, 'optimize_GETFIELD_GC_I'),
        (optimizer, Optimizer, 'store_final_boxes_in_guard')])
    def test_failed_assertion(self, monkeypatch, module, cls, method, statement):
        source = 'def planted(self, op, *args):\n    self.planted = 1\n    %s\n' % statement
        namespace = {}
        exec source in namespace
        planted = types.FunctionType(namespace['planted'].func_code, vars(module))
        monkeypatch.setattr(cls, method, planted)
        assert self.run() == (0, 0, 0)


@pytest.mark.skipif(not features.TRIES_VARIANTS_AGAIN, reason='the toolchain tries once')
class TestVariants(LLJitMixin):

    def test_a_variant_is_tried_once(self, monkeypatch):
        tried = []
        inside = []
        plain_retrace = compile.compile_retrace
        plain_import = UnrollOptimizer.import_state.im_func

        def compile_retrace(*args):
            inside.append(1)
            try:
                return plain_retrace(*args)
            finally:
                inside.pop()

        def import_state(self, targetargs, state):
            if inside:
                tried.append(state)
                raise InvalidLoop('planted')
            return plain_import(self, targetargs, state)

        monkeypatch.setattr(compile, 'compile_retrace', compile_retrace)
        monkeypatch.setattr(UnrollOptimizer, 'import_state', import_state)
        assert self.meta_interp(points, [60], listops=True, retrace_limit=5) == points(60)
        assert tried
        assert len(set([id(state) for state in tried])) == len(tried)


long_driver = jit.JitDriver(greens=['place'], reds=['n', 'total'])


def mixed(a, b):
    """The length of a trace is looked at between calls."""
    return (a * 3 + b) & 0xffff


def long_way(n):
    """A round of 60 places, which is more than a trace may have."""
    place = 0
    total = 0
    while True:
        long_driver.jit_merge_point(place=place, n=n, total=total)
        total = mixed(total, n ^ place)
        place += 1
        if place == 60:
            place = 0
            n -= 1
            if n == 0:
                return total
            long_driver.can_enter_jit(place=place, n=n, total=total)


@pytest.mark.skipif(not features.CUTS_TRACES, reason='the toolchain does not cut traces')
class TestSegments(LLJitMixin):

    @pytest.fixture(autouse=True)
    def deep_recursion(self):
        """Untranslated, compiled code calls the code that a guard leads to."""
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(20000)
        yield
        sys.setrecursionlimit(limit)

    def run(self):
        def with_short_traces(n):
            jit.set_param(None, 'trace_limit', 150)
            return long_way(n)

        assert self.meta_interp(with_short_traces, [20]) == long_way(20)
        return [op.getopnum() for loop in get_stats().get_all_loops()
                for op in loop.operations].count(rop.GUARD_ALWAYS_FAILS)

    def test_long_traces_are_cut(self):
        assert self.run() > 0

    def test_a_segment_that_cannot_be_compiled(self, monkeypatch):
        plain = wellformed.check

        def check(inputargs, operations):
            if rop.GUARD_ALWAYS_FAILS in [op.getopnum() for op in operations]:
                raise InvalidLoop('planted')
            plain(inputargs, operations)

        monkeypatch.setattr(wellformed, 'check', check)
        assert self.run() == 0
