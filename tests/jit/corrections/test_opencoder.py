"""metainterp/opencoder.py"""

import pytest
from rpython.jit.metainterp import opencoder
from rpython.jit.metainterp.history import ConstFloat, ConstInt, IntFrontendOp
from rpython.jit.metainterp.resoperation import rop
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rtyper.lltypesystem import rffi

import toolchain_fixes
from toolchain_fixes import features

assert toolchain_fixes.APPLIED


@jit.unroll_safe
def with_constants(n, a):
    """Nine constants of Floats are needed if a guard fails; there are ten guards."""
    b = a * 3.0
    c = a * 5.0
    d = a * 7.0
    e = a * 9.0
    f = a * 11.0
    g = a + 13.0
    h = a + 15.0
    k = a + 17.0
    m = a + 19.0
    total = 0.0
    for i in range(10):
        if n > i + 100000:
            return total
        total += a
    return (total + b + c * 2.0 + d * 3.0 + e * 4.0 + f * 5.0 + g + h * 2.0 + k * 3.0 +
            m * 4.0)


constants_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def sum_with_constants(n):
    total = 0.0
    while n > 0:
        constants_driver.jit_merge_point(n=n, total=total)
        total += with_constants(n, 1.5)
        n -= 1
    return int(total)


@jit.unroll_safe
def never_large(n):
    total = 0
    for i in range(40):
        if n > i + 1000:
            return -1
        total += n ^ i
    return total


never_large_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def sum_never_large(n):
    total = 0
    while n > 0:
        never_large_driver.jit_merge_point(n=n, total=total)
        total += never_large(n)
        n -= 1
    return total


class StaticData(object):
    all_descrs = []

    def _freeze_(self):
        return True


def shrink_encoding(monkeypatch, storage, largest):
    """Let traces of some dozen operations reach what else takes thousands."""
    monkeypatch.setattr(opencoder.Model, 'STORAGE_TP', storage)
    monkeypatch.setattr(opencoder.Model, 'MAX_VALUE', largest)
    monkeypatch.setattr(opencoder, 'SMALL_INT_START', -4)
    monkeypatch.setattr(opencoder, 'SMALL_INT_STOP', 4)


@pytest.mark.skipif(not features.TRACES_HAVE_FIXED_SIZE, reason='needed until 2024')
class TestNumbers(LLJitMixin):

    def test_constants_of_floats(self, monkeypatch):
        shrink_encoding(monkeypatch, rffi.UCHAR, 255)
        assert self.meta_interp(sum_with_constants, [12], inline=False) == \
            sum_with_constants(12)

    def test_traces_that_break_in_a_guard(self, monkeypatch):
        expected = sum_never_large(12)
        for largest in [288, 292, 296]:
            shrink_encoding(monkeypatch, rffi.USHORT, largest)
            assert self.meta_interp(sum_never_large, [12], inline=False) == expected

    def test_a_broken_trace_records_nothing_further(self):
        trace = opencoder.Trace([], StaticData())
        for i in range(3):
            trace.record_op(rop.INT_NEG, [IntFrontendOp(100000)])
            trace.record_op(rop.INT_NEG, [ConstInt(1)])
        assert trace.unpack() == ([], [])

    def test_floats_with_the_same_bits_are_stored_once(self):
        trace = opencoder.Trace([], StaticData())
        for x in [1.5, 0.0, -0.0, 1.5, -0.0, 0.0]:
            trace.record_op(rop.FLOAT_NEG, [ConstFloat(x)])
        assert [str(x) for x in trace._floats] == ['1.5', '0.0', '-0.0']
        found = [str(op.getarg(0).getfloat()) for op in trace.unpack()[1]]
        assert found == ['1.5', '0.0', '-0.0', '1.5', '-0.0', '0.0']
