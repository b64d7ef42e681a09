"""optimizeopt/heap.py and virtualize.py: constant indices"""

import pytest
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt.test.test_optimizebasic import BaseTestBasic
from rpython.jit.metainterp.optimizeopt.test.test_util import LLtypeMixin
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes
from toolchain_fixes import features

assert toolchain_fixes.APPLIED


bridge_driver = jit.JitDriver(greens=[], reds=['n', 'limit', 'total', 'items'])


def large_indices_at_a_bridge(n, limit):
    items = [0] * 40000
    items[37000] = 2
    items[38000] = limit
    total = 0
    while n > 0:
        bridge_driver.jit_merge_point(n=n, limit=limit, total=total, items=items)
        first = items[38000]
        total += jit.promote(items[37000])
        items[39000] += 1
        if n > limit:
            total += 1
        total += jit.promote(items[37000]) + first + items[39000] + items[1]
        n -= 1
    return total


class TestPrograms(LLJitMixin):

    def test_large_indices_at_a_bridge(self):
        expected = large_indices_at_a_bridge(32, 16)
        assert self.meta_interp(large_indices_at_a_bridge, [32, 16]) == expected


@pytest.mark.skipif(not features.REMEMBERS_ALL_INDICES, reason='needed until 2020')
class TestTraces(BaseTestBasic, LLtypeMixin):

    @pytest.mark.parametrize('index', [-1, -40000, 32768, 1 << 60])
    def test_items_that_are_not_remembered(self, index):
        trace = """
        [p1, p2]
        i3 = getarrayitem_gc_i(p1, %(index)d, descr=arraydescr)
        i4 = getarrayitem_gc_i(p1, %(index)d, descr=arraydescr)
        setarrayitem_gc(p2, %(index)d, i3, descr=arraydescr)
        i5 = getarrayitem_gc_i(p2, %(index)d, descr=arraydescr)
        escape_n(i4, i5)
        jump(p1, p2)
        """ % {'index': index}
        self.optimize_loop(trace, trace)

    @pytest.mark.parametrize('access', [
        'i3 = getarrayitem_gc_i(p1, -1, descr=arraydescr)',
        'i3 = getarrayitem_gc_i(p1, 10, descr=arraydescr)',
        'i3 = getarrayitem_gc_i(p1, 9, descr=arraydescr)',
        'setarrayitem_gc(p1, -1, i2, descr=arraydescr)',
        'setarrayitem_gc(p1, 10, i2, descr=arraydescr)',
    ])
    def test_items_that_an_array_of_the_loop_does_not_have(self, access):
        trace = """
        [i2]
        p1 = new_array(10, descr=arraydescr)
        %s
        jump(i2)
        """ % access
        with pytest.raises(InvalidLoop):
            self.optimize_loop(trace, trace)

    @pytest.mark.parametrize('access', [
        'f3 = getinteriorfield_gc_f(p1, -1, descr=complexrealdescr)',
        'f3 = getinteriorfield_gc_f(p1, 10, descr=complexrealdescr)',
        'f3 = getinteriorfield_gc_f(p1, 9, descr=complexrealdescr)',
        'setinteriorfield_gc(p1, -1, f2, descr=complexrealdescr)',
        'setinteriorfield_gc(p1, 10, f2, descr=complexrealdescr)',
    ])
    def test_fields_of_items_that_an_array_of_the_loop_does_not_have(self, access):
        trace = """
        [f2]
        p1 = new_array_clear(10, descr=complexarraydescr)
        %s
        jump(f2)
        """ % access
        with pytest.raises(InvalidLoop):
            self.optimize_loop(trace, trace)

    @pytest.mark.parametrize('operation', ['new_array', 'new_array_clear'])
    def test_large_arrays_are_allocated(self, operation):
        trace = """
        []
        p1 = %s(32768, descr=arraydescr)
        jump()
        """ % operation
        self.optimize_loop(trace, trace)
        small = trace.replace('32768', '32767')
        self.optimize_loop(small, '[]\njump()')
