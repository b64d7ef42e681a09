"""The state of one virtual machine: what outlives an activation."""

import sys

from interpreter.machine.hook import JitHook, StepCounter
from interpreter.machine.recorder import Recorder

MAX_DEPTH = 1024
UNLIMITED = sys.maxint


class VM(object):
    """``fuel`` is the number of steps that may still run.  It is up to date
    between activations; while compiled or interpreted code runs, the frame
    holds the current number."""

    _immutable_fields_ = ['host', 'max_depth', 'initial_fuel']

    def __init__(self, host, max_steps, max_depth):
        """``max_steps`` 0 is no limit."""
        self.host = host
        self.max_depth = max_depth
        self.initial_fuel = fuel_for(max_steps)
        self.fuel = self.initial_fuel
        self.reserve = 0
        self.base_mode = 0
        self.base_depth = 0             # frames below what the host calls
        self.recorder = Recorder()
        self.hook = JitHook()
        self.step_counter = StepCounter(self)
        self.tail_frame = None
        self.tail_code = None
        self.worker = None              # the par_map worker that runs
        self.memo_hits = 0
        self.memo_misses = 0
        self.memo_skips = 0
        self.used_memos = []

    def steps(self):
        """The steps run so far."""
        return self.initial_fuel - self.remaining()

    def remaining(self):
        """The steps that may still run."""
        return self.fuel

    def set_remaining(self, steps):
        """Let ``steps`` more steps run, from now on."""
        self.fuel = steps

    def charge(self, count):
        """Use up ``count`` of the remaining steps."""
        self.fuel -= count

    def step_limit(self):
        """The limit as programs see it: one step less than may run."""
        return self.initial_fuel - 1


def fuel_for(max_steps):
    """The limit is tested before a step and allows equality, so one step
    more than the limit runs."""
    if max_steps <= 0 or max_steps >= UNLIMITED - 1:
        return UNLIMITED
    return max_steps + 1
