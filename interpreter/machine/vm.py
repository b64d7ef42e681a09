"""The state of one virtual machine: what outlives an activation."""

import sys

from interpreter import memory
from interpreter.machine.hook import JitHook, StepCounter
from interpreter.machine.interrupt import SLICE
from interpreter.machine.profiler import FIRST_INTERVAL, Profiler
from interpreter.machine.recorder import Recorder

MAX_DEPTH = 1024
UNLIMITED = sys.maxint


class VM(object):
    """``fuel`` and ``reserve`` add up to the steps that may still run.  The
    reserve is handed out in slices (``interrupt.refill``); it is 0 for a run
    that cannot be interrupted.  ``fuel`` is up to date between activations;
    while compiled or interpreted code runs, the frame holds it."""

    _immutable_fields_ = ['host', 'max_depth', 'initial_fuel']

    def __init__(self, host, max_steps, max_depth):
        """``max_steps`` 0 is no limit."""
        self.host = host
        self.program = None             # a Program, for functions by name
        self.max_depth = max_depth
        self.initial_fuel = fuel_for(max_steps)
        self.fuel = self.initial_fuel
        self.reserve = 0
        self.slice_size = SLICE
        self.interrupts = host.interrupts
        self.base_mode = 0
        self.base_depth = 0             # frames below what the host calls
        self.recorder = Recorder()
        self.hook = JitHook()
        self.step_counter = StepCounter(self)
        self.profiler = Profiler(0, FIRST_INTERVAL)     # used in the mode PROFILED
        self.tail_frame = None
        self.tail_code = None
        self.worker = None              # the par_map worker that runs
        self.last_worker = None         # the first of all workers that there are
        self.memo_hits = 0
        self.memo_misses = 0
        self.memo_skips = 0
        self.used_memos = []
        memory.limit.reserve = Results(self)

    def steps(self):
        """The steps run so far."""
        return self.initial_fuel - self.remaining()

    def remaining(self):
        """The steps that may still run."""
        return self.fuel + self.reserve

    def set_remaining(self, steps):
        """Let ``steps`` more steps run, from now on."""
        self.fuel = steps
        self.reserve = 0
        if len(self.interrupts.checks) > 0:
            self.fuel = min(steps, self.slice_size)
            self.reserve = steps - self.fuel

    def charge(self, count):
        """Use up ``count`` of the remaining steps."""
        if count <= self.fuel:
            self.fuel -= count
        else:
            self.reserve -= count - self.fuel
            self.fuel = 0

    def add_check(self, check):
        """Let ``check`` stop this machine's runs from now on."""
        self.interrupts.add(check)
        self.set_remaining(self.remaining())

    def step_limit(self):
        """The limit as programs see it: one step less than may run."""
        return self.initial_fuel - 1


class Results(memory.Reserve):
    """The results that a machine and its workers remember."""

    def __init__(self, vm):
        self.vm = vm

    def give_up(self):
        if self.vm.program is not None:
            for function in self.vm.program.functions:
                if function.memo is not None:
                    function.memo.forget_results()
        worker = self.vm.last_worker
        while worker is not None:
            memo = worker.last_memo
            while memo is not None:
                memo.forget_results()
                memo = memo.following
            worker = worker.following


def fuel_for(max_steps):
    """The limit is tested before a step and allows equality, so one step
    more than the limit runs."""
    if max_steps <= 0 or max_steps >= UNLIMITED - 1:
        return UNLIMITED
    return max_steps + 1
