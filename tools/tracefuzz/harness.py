"""The register machine with its JIT on the llgraph backend, untranslated (Python 2.7;
imports rpython and toolchain_fixes)."""

import os
import sys
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT)

from rpython import conftest
from rpython.jit.backend.llgraph import runner
from rpython.jit.metainterp import pyjitpl, warmspot
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.jitprof import EmptyProfiler
from rpython.rtyper.annlowlevel import hlstr
from rpython.rtyper.lltypesystem import lltype
from rpython.rtyper.lltypesystem.rstr import STR
from rpython.rtyper.test.test_llinterp import clear_tcache, get_interpreter

import toolchain_fixes
from toolchain_fixes import compile, wellformed
import graphs
import ieee
import machine
import quiet
import show
import structures
from results import DIFFERENT, SAME, Result

RECURSION = 100000

assert toolchain_fixes and ieee and quiet


class _Options(object):
    view = False
    viewloops = False


def text_of(text):
    """A Python string as one of RPython."""
    result = lltype.malloc(STR, len(text))
    for i in range(len(text)):
        result.chars[i] = text[i]
    return result


def entry_of_rpython(text):
    return machine.entry(hlstr(text))


class Nets(object):
    """Notes what the corrections that catch faults of others catch."""

    def __init__(self):
        self.caught = []
        broken = compile.BrokenTrace
        plain_init, plain_check = broken.__init__.im_func, wellformed.check
        plain_invalid = InvalidLoop.__init__.im_func

        def noting_init(failure, *args):
            code = sys._getframe(1).f_code
            self.caught.append('%s:%s:%s' % (
                broken.__name__, os.path.basename(code.co_filename), code.co_name))
            plain_init(failure, *args)

        def noting_invalid(failure, message='?'):
            if 'KeyError' in message:
                self.caught.append(message)
            plain_invalid(failure, message)

        def noting_check(*args):
            try:
                plain_check(*args)
            except Exception as failure:
                self.caught.append(str(failure))
                raise

        broken.__init__ = noting_init
        InvalidLoop.__init__ = noting_invalid
        wellformed.check = noting_check


class Machine(object):
    """The machine, built once."""

    def __init__(self, sample):
        """``sample`` is a Program, any one."""
        sys.setrecursionlimit(RECURSION)
        conftest.option = _Options
        graphs.install()
        self.nets = Nets()
        argument = text_of(sample.text())
        self.interpreter, self.graph = get_interpreter(entry_of_rpython, [argument])
        clear_tcache()
        warmspot.jittify_and_run(
            self.interpreter, self.graph, [argument], graph_and_interp_only=True,
            backendopt=True, CPUClass=runner.LLGraphCPU, ProfilerClass=EmptyProfiler,
            inline=True, listops=True)
        self.desc = pyjitpl._warmrunnerdesc

    def prepare(self, parameters):
        for driver in self.desc.jitdrivers_sd:
            for name, value in parameters.items():
                getattr(driver.warmstate, 'set_param_' + name)(value)
        self.desc.stats.clear()
        self.desc.memory_manager.alive_loops.clear()
        self.desc.jitcounter._clear_all()

    def run(self, program):
        """Run a Program with the JIT and as Python; -> Result."""
        text = program.text()
        expected = show.shown(machine.entry(text))
        self.prepare(program.parameters)
        self.nets.caught = []
        output = sys.stdout
        # Where it is the terminal, RPython starts a debugger.
        sys.stdout = sys.stderr
        try:
            actual = structures.shown(self.interpreter.eval_graph(self.graph,
                                                                  [text_of(text)]))
        except Exception as failure:
            return Result(failure_kind(failure, sys.exc_info()[2]), expected,
                          traceback.format_exc(), self.desc.stats.compiled_count,
                          self.nets.caught)
        finally:
            sys.stdout = output
        return Result(SAME if actual == expected else DIFFERENT, expected, actual,
                      self.desc.stats.compiled_count, self.nets.caught)


def failure_kind(failure, where):
    """The exception and the innermost place in RPython's JIT, as one word."""
    places = traceback.extract_tb(where)
    inside = [place for place in places if os.sep + 'jit' + os.sep in place[0]]
    path, _, function, _ = (inside or places)[-1]
    return '%s:%s:%s' % (failure.__class__.__name__, os.path.basename(path), function)
