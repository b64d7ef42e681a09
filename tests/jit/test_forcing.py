"""Frames of compiled code that somebody else looks at, at random.

LexVM itself never does that (docs/architecture.rst, "Virtualizable rules", 6).  Here
every call in compiled code may be followed by a look at the caller's frame, by code
that the tracer does not see: the frame must hold what it holds in the interpreter, and
the program must go on as if nothing had happened.

PYTEST_DONT_REWRITE: functions with assertions are translated here.
"""

from rpython.rlib import jit
from rpython.rlib.jit import Counters
from rpython.rlib.rarithmetic import intmask

from interpreter.machine import call
from interpreter.objects.numbers import W_Int, newint
from tests.jit import support
from tests.jit.support import LexJit, Run, aborts

PROGRAM = '''
fn square(n :: Int, k :: Int) -> [io] Int { n * n + k }
fn twice(n :: Int, k :: Int) -> [io] Int { square(n, k) + square(k, 1) }
fn sum_squares(n :: Int, acc :: Int) -> [io] Int {
  match n { 0 => acc, _ => sum_squares(n - 1, (acc + square(n, 3)) % 1000) }
}
fn sum_twice(n :: Int, acc :: Int) -> [io] Int {
  match n { 0 => acc, _ => sum_twice(n - 1, (acc + twice(n, acc) * twice(acc, n)) % 997) }
}
fn fib(n :: Int, k :: Int) -> [io] Int {
  if n < 2 { n + k } else { fib(n - 1, k) + fib(n - 2, k) }
}
'''


class Observer(object):
    """``seen`` is a digest of what all looks found."""

    def __init__(self):
        self.begin()

    def begin(self):
        self.random = 1
        self.looks = 0
        self.seen = 0


observer = Observer()
check_depth = call.check_depth
invoke_function = support.invoke_function


@jit.dont_look_inside
def look(frame):
    observer.random = (observer.random * 1103515245 + 12345) & 0x7fffffff
    if (observer.random >> 16) % 5 == 0:
        observer.looks += 1
        seen = observer.seen
        for number in [frame.stackdepth, frame.depth, frame.fuel]:
            seen = intmask(seen * 31 + number)
        for i in range(frame.stackdepth):
            w_value = frame.locals[i]
            if isinstance(w_value, W_Int):
                seen = intmask(seen * 31 + w_value.intval)
        observer.seen = seen


def check_depth_and_look(vm, frame):
    check_depth(vm, frame)
    look(frame)


def invoke_observed(vm, function, args_w, depth):
    """The result, mixed with what was seen meanwhile."""
    observer.begin()
    w_result = invoke_function(vm, function, args_w, depth)
    assert isinstance(w_result, W_Int)
    return newint(intmask(w_result.intval * 31 + observer.seen))


class TestForcing(LexJit):

    def test_random_looks(self, monkeypatch):
        """``meta`` compares results, what was seen, and steps."""
        monkeypatch.setattr(call, 'check_depth', check_depth_and_look)
        monkeypatch.setattr(support, 'invoke_function', invoke_observed)
        runs = self.meta(PROGRAM, [Run('sum_squares', 40, 0), Run('sum_twice', 20, 1),
                                   Run('fib', 7, 2)])
        for run in runs:
            assert run.loops, run.name
        assert aborts(Counters.ABORT_ESCAPE) > 0
        assert aborts(Counters.OPT_FORCINGS) > 0
