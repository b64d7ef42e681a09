"""The hooks that feed ``--jit-stats``, under the JIT of the llgraph backend."""

from rpython.jit.codewriter.policy import JitPolicy
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.jit import Counters

import jit_policy
import toolchain_fixes
from jit_policy import LexJitHooks, statistics

assert toolchain_fixes.APPLIED


def location(limit):
    return 'counting to %d' % limit


driver = jit.JitDriver(greens=['limit'], reds=['i'], get_printable_location=location)


def count_to(limit):
    i = 0
    while i < limit:
        driver.jit_merge_point(limit=limit, i=i)
        i += 1
    return i


def report_of(limit):
    """The hooks run on the Python object, as nothing is translated."""
    statistics.reset()
    LLJitMixin().meta_interp(count_to, [limit], policy=JitPolicy(LexJitHooks()))
    return statistics.report()


def test_loops_are_named():
    assert report_of(30) == ('jit: 1 loops, 0 bridges, 0 aborts\n'
                             'jit: loop at counting to 30\n')


def test_nothing_is_reported_without_a_loop():
    assert report_of(2) == 'jit: 0 loops, 0 bridges, 0 aborts\n'


def test_events_do_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(jit_policy, 'MOST_EVENTS', 10)
    one = report_of(30)
    assert one == ('jit: 1 loops, 0 bridges, 0 aborts\n'
                   'jit: loop at counting to 30\n'
                   'jit: further events are not listed\n')
    jit_policy.note('another\n')
    assert statistics.report() == one


def test_each_reason_to_abandon_a_trace_is_named():
    names = [name for name in Counters.counter_names if name.startswith('ABORT_')]
    assert len(names) >= 5
    for name in names:
        reason = getattr(Counters, name)
        statistics.reset()
        jit_policy.count_abort(reason)
        assert statistics.aborts() == 1
        assert 'jit: 1 aborted: %s\n' % jit_policy.reason_of_abort(reason) in (
            statistics.report())
        assert jit_policy.reason_of_abort(reason) != 'other'
    statistics.reset()
