"""The counters of --jit-stats that the toolchain does not keep by itself."""

from rpython.jit.metainterp.jitprof import Profiler
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit, jit_hooks
from rpython.rlib.jit import Counters

import toolchain_fixes

assert toolchain_fixes.handle_async_forcing is not None

FORCED_EVERY = 10


class _Frame(object):
    _virtualizable_ = ['total']

    def __init__(self):
        self = jit.hint(self, access_directly=True, fresh_virtualizable=True)
        self.total = 0


class _Holder(object):
    frame = None
    seen = 0

holder = _Holder()

driver = jit.JitDriver(greens=[], reds=['n', 'every', 'frame'],
                       virtualizables=['frame'])


@jit.dont_look_inside
def look(n, every):
    if n % every == 0:
        holder.seen += holder.frame.total


def run(n, every):
    frame = _Frame()
    holder.frame = frame
    while n > 0:
        driver.jit_merge_point(n=n, every=every, frame=frame)
        frame.total += 1
        look(n, every)
        n -= 1


def count(n, every):
    run(n, every)
    return jit_hooks.stats_get_counter_value(None, Counters.OPT_FORCINGS)


class TestForcings(LLJitMixin):

    def test_forcings_are_counted(self):
        result = self.meta_interp(count, [100, FORCED_EVERY], ProfilerClass=Profiler)
        assert 1 <= result <= 100 // FORCED_EVERY

    def test_no_forcings_without_a_look(self):
        assert self.meta_interp(count, [100, 1000], ProfilerClass=Profiler) == 0
