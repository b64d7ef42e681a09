"""optimizeopt/unroll.py"""

import pytest
from rpython.jit.metainterp.history import JitCellToken
from rpython.jit.metainterp.optimize import InvalidLoop, SpeculativeError
from rpython.jit.metainterp.optimizeopt.info import NonNullPtrInfo
from rpython.jit.metainterp.optimizeopt.unroll import UnrollOptimizer
from rpython.jit.metainterp.resoperation import ResOperation, rop
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Last(object):

    def __init__(self, value):
        self.value = value


quotients_driver = jit.JitDriver(greens=[], reds=['n', 'x', 'last'])


def quotients(n, x):
    """The quotient is always 0, which its bounds tell."""
    last = Last(5)
    while n > 0:
        quotients_driver.jit_merge_point(n=n, x=x, last=last)
        if x >= 0:
            last = Last((x % 7) // 7)
        x += 1
        n -= 1
    return last.value * 100 + x


class TraceThatFailsLate(object):
    """Its optimisation ends when the loop has got an entry."""

    def __init__(self, token):
        self.token = token

    def get_iter(self):
        self.token.target_tokens.append('new')
        raise InvalidLoop('planted')


def test_targets_of_abandoned_loops():
    token = JitCellToken()
    token.target_tokens = ['old']
    with pytest.raises(InvalidLoop):
        UnrollOptimizer.optimize_peeled_loop.im_func(
            None, TraceThatFailsLate(token), token, None, None)
    assert token.target_tokens == ['old']


class EmittedGuard(object):
    """What an Optimizer knows that has emitted a guard."""

    def __init__(self):
        self.guard = ResOperation(rop.GUARD_NONNULL, [None])
        self._newoperations = [self.guard]
        self.merges_guards = True

    def getlastop(self):
        return self.guard


def test_guards_are_left_alone_while_a_jump_is_tried():
    optimizer, earlier, later = EmittedGuard(), NonNullPtrInfo(), NonNullPtrInfo()
    earlier.mark_last_guard(optimizer)
    assert earlier.get_last_guard(optimizer) is optimizer.guard
    optimizer.merges_guards = False
    assert earlier.get_last_guard(optimizer) is None
    later.mark_last_guard(optimizer)
    optimizer.merges_guards = True
    assert earlier.get_last_guard(optimizer) is optimizer.guard
    assert later.get_last_guard(optimizer) is None


class TestUnroll(LLJitMixin):

    @pytest.mark.parametrize('error', [SpeculativeError, InvalidLoop])
    def test_short_preamble_that_does_not_fit(self, monkeypatch, error):
        seen = []

        def inline_short_preamble(self, *args):
            seen.append(self.optimizer.merges_guards)
            raise error()

        monkeypatch.setattr(UnrollOptimizer, 'inline_short_preamble', inline_short_preamble)
        assert self.meta_interp(quotients, [20, 3], listops=True) == quotients(20, 3)
        loop, = get_stats().get_all_loops()
        labels = [op for op in loop.operations if op.getopnum() == rop.LABEL]
        assert loop.operations[-1]._descr_wref() is labels[0]._descr_wref()
        assert seen and True not in seen

    def test_variable_whose_bounds_leave_one_value(self):
        assert self.meta_interp(quotients, [20, 3], listops=True) == quotients(20, 3)
