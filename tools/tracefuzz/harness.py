"""Runs programs of the register machine under the JIT of the llgraph backend, and
without (Python 2.7; imports rpython and toolchain_fixes)."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT)

from rpython import conftest
from rpython.jit.backend.llgraph import runner
from rpython.jit.codewriter import codewriter
from rpython.jit.metainterp import pyjitpl, warmspot
from rpython.jit.metainterp.jitprof import EmptyProfiler
from rpython.rtyper.annlowlevel import hlstr
from rpython.rtyper.llinterp import LLException
from rpython.rtyper.lltypesystem import lltype
from rpython.rtyper.lltypesystem.rstr import STR
from rpython.rtyper.test.test_llinterp import clear_tcache, get_interpreter

import toolchain_fixes
import graphs
import quiet
import ieee
import machine

sys.setrecursionlimit(100000)

assert toolchain_fixes and quiet and ieee


class _Options(object):
    view = False
    viewloops = False


conftest.option = _Options


def text_of(text):
    """A Python string as one of RPython."""
    result = lltype.malloc(STR, len(text))
    for i in range(len(text)):
        result.chars[i] = text[i]
    return result


def entry_of_rpython(text):
    return machine.entry(hlstr(text))


class Machine(object):
    """The register machine with its JIT, built once."""

    def __init__(self, sample):
        self.interpreter, self.graph = get_interpreter(
            entry_of_rpython, [text_of(sample)])
        clear_tcache()
        warmspot.jittify_and_run(
            self.interpreter, self.graph, [text_of(sample)], graph_and_interp_only=True,
            backendopt=True, CPUClass=runner.LLGraphCPU, ProfilerClass=EmptyProfiler,
            inline=True, listops=True)
        self.desc = pyjitpl._warmrunnerdesc
        for interpreter in (self.interpreter, self.desc.cpu.llinterp):
            interpreter.tracer = None

    def run(self, text, parameters):
        """-> the VM of a run under the JIT, an RPython structure."""
        for driver in self.desc.jitdrivers_sd:
            for name, value in parameters.items():
                getattr(driver.warmstate, 'set_param_' + name)(value)
        self.desc.stats.clear()
        self.desc.memory_manager.alive_loops.clear()
        self.desc.jitcounter._clear_all()
        return self.interpreter.eval_graph(self.graph, [text_of(text)])


graphs.install()
