"""Running Lex programs under the JIT of the llgraph backend.

PYTEST_DONT_REWRITE: functions with assertions are translated here.
"""

import sys

from rpython import conftest
from rpython.jit.metainterp import pyjitpl
from rpython.jit.metainterp.jitprof import Profiler
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.jit.metainterp.warmstate import WarmEnterState
from rpython.rlib.jit import Counters
from rpython.rlib.rarithmetic import intmask

import toolchain_fixes
from interpreter.machine.call import invoke_function
from interpreter.machine.memo import Memo
from interpreter.machine.vm import VM
from interpreter.objects.numbers import W_Int, newint
from tests.machine.support import session_of

assert toolchain_fixes.APPLIED

sys.setrecursionlimit(20000)


class _Options(object):
    view = False
    viewloops = False


conftest.option = _Options


def _remember_locations(make_callbacks):
    """The log has the location of each merge point; to work one out takes long here."""
    def make_jitdriver_callbacks(self):
        first = not hasattr(self, 'get_location_str')
        make_callbacks(self)
        if first:
            self.get_location_str = _remembered(self.get_location_str)
    return make_jitdriver_callbacks


def _remembered(locate):
    known = {}

    def get_location_str(greenkey):
        of_this_hash = known.setdefault(tuple([key._get_hash_() for key in greenkey]), [])
        for keys, location in of_this_hash:
            if all([a.same_constant(b) for a, b in zip(keys, greenkey)]):
                return location
        of_this_hash.append((greenkey, locate(greenkey)))
        return of_this_hash[-1][1]
    return get_location_str


WarmEnterState.make_jitdriver_callbacks = _remember_locations(
    WarmEnterState.make_jitdriver_callbacks)


# The annotator has to see every kind of operand once, whatever the program.
EVERYTHING = '''
import "std.list" as list
import "std.int" as int
import "std.str" as str
fn _refined(n :: Int{v | v > 0 and not (v == 9) and -v < 1.5 or "a" == ()}) -> Int { n }
fn _everything(n :: Int, f :: (Int) -> Int) -> (Str, Float, { alpha :: Int }, Bool) {
  let g := fn (x :: Int) -> Int { f(x + n) }
  let r := { alpha: list.fold([1, 2], 0, fn (a :: Int, b :: Int) -> Int { a + b }) }
  match Some(n) {
    Some(1) => ("", 1.5, r, true),
    _ => (int.to_str(_refined(r.alpha)), 2.5, r, false)
  }
}
'''


class Run(object):
    """One call of a program under test, and the loops compiled for it."""

    def __init__(self, name, a, b, location='', mode=0):
        self.name = name
        self.location = location or name        # how its loops are called
        self.a = a
        self.b = b
        self.mode = mode
        self.loops = []


class LexJit(LLJitMixin):

    def meta(self, source, runs):
        """Run functions of two Ints to an Int with the tracing JIT (its
        thresholds are tiny), all in one translation: that is the slow part.
        Every result must be the interpreter's."""
        session = session_of(source + EVERYTHING, 0)
        vm = session.vm
        # A choice of machines: a constant one would upset the JIT generator.
        machines = [vm, VM(vm.host, 0, vm.max_depth)]
        functions = session.program.functions
        indices = [session.program.function_index[run.name] for run in runs]
        firsts = [run.a for run in runs]
        seconds = [run.b for run in runs]
        modes = [run.mode for run in runs]

        def interpret_one(index, a, b):
            w_result = invoke_function(machines[index < 0], functions[index],
                                       [newint(a), newint(b)], 0)
            assert isinstance(w_result, W_Int)
            return w_result.intval

        def interpret_all(zero):
            mixed = 0
            for i in range(len(indices)):
                vm.base_mode = modes[i]
                result = interpret_one(indices[i] + zero, firsts[i] + zero,
                                       seconds[i] + zero)
                mixed = intmask(mixed * 31 + result)
            return intmask(mixed * 31 + vm.steps())

        expected = interpret_all(0)
        vm.fuel = vm.initial_fuel
        for function in functions:
            if function.memo is not None:
                function.memo = Memo()
        result = self.meta_interp(interpret_all, [0], listcomp=True,
                                  listops=True, backendopt=True, inline=True,
                                  ProfilerClass=Profiler)
        assert result == expected
        for loop in get_stats().get_all_loops():
            for run in runs:
                if run.location in _location(loop):
                    run.loops.append(loop)
        return runs


class Programs(object):
    """Programs of several test files, which are translated and run together.

    ``escapes`` counts traces that were abandoned because somebody touched a frame
    behind the tracer's back."""

    def __init__(self):
        self.source = ''
        self.runs = {}
        self.escapes = -1

    def add(self, source, runs):
        """To be called when a test file is imported; names must differ."""
        self.source += source
        for run in runs:
            assert run.name not in self.runs
            self.runs[run.name] = run

    def run_of(self, name):
        self.compile()
        return self.runs[name]

    def compile(self):
        """The first caller translates and runs everything."""
        if self.escapes < 0:
            LexJit().meta(self.source, self.runs.values())
            self.escapes = aborts(Counters.ABORT_ESCAPE)


programs = Programs()


def aborts(reason):
    """-> how many traces of the last run were abandoned; ``reason`` is one of
    rpython.rlib.jit.Counters."""
    return pyjitpl._warmrunnerdesc.metainterp_sd.profiler.counters[reason]


def _location(loop):
    """The text of the first merge point of a loop or bridge."""
    drivers = pyjitpl._warmrunnerdesc.metainterp_sd.jitdrivers_sd
    for op in loop._all_operations():
        if op.getopname() == 'debug_merge_point':
            args = op.getarglist()
            driver = drivers[args[0].getint()]
            return driver.warmstate.get_location_str(args[3:])
    return ''


def operations(loop):
    """-> the names of its operations."""
    return [op.getopname() for op in loop._all_operations()
            if op.getopname() != 'debug_merge_point']


def peeled(loop):
    """-> the names of the operations of the loop proper."""
    names = operations(loop)
    labels = [i for i in range(len(names)) if names[i] == 'label']
    return names[labels[-1] + 1:] if labels else names
