"""Where the steps of a run go, from samples.

While a run is profiled, every call leaves its place in ``sites``, by the depth of the
caller.  The fuel is handed out so that it runs low where a sample is due.  The
machine looks at the fuel where a function starts, at loop headers and after calls;
the steps between two such looks are those of the function at the earlier one.  So a
sample belongs to the place of the look before it, whose callers are still in
``sites``.  All steps count: a sample stands for those since the one before.

An interval between two samples is drawn at random, lest the period of a loop be in
step with it, and grows until samples are rare enough.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.effects import clock
from interpreter.machine.interrupt import hand_out

# The shortest mean interval, in steps, and how much time shall be between samples.
FIRST_INTERVAL = 1000
LONGEST_INTERVAL = 1 << 40
NS_BETWEEN_SAMPLES = 2 * 1000 * 1000
SAMPLES_BETWEEN_LOOKS = 16

# Of a deeper stack, so many calls at either end are kept.
KEPT_CALLS = 250

# Deeper calls than these are not told apart.
MOST_DEPTH = 1 << 20

PC_BITS = 28
PC_MASK = (1 << PC_BITS) - 1

FIRST_RANDOM = 88172645463325252


class Node(object):
    """A place on the stack below others: ``steps`` are those that its function made
    there, ``samples`` how many there were."""

    def __init__(self, site):
        self.site = site
        self.steps = 0
        self.samples = 0
        self.children = {}

    def child(self, site):
        node = self.children.get(site, None)
        if node is None:
            node = Node(site)
            self.children[site] = node
        return node


def function_of(site):
    """The index of the function of a site."""
    return site >> PC_BITS


def pc_of(site):
    return site & PC_MASK


class Profiler(object):
    """Of one machine; its run has a depth of at most ``max_depth``.  ``interval`` is the
    mean number of steps between two samples to begin with."""
    _immutable_fields_ = ['sites']

    def __init__(self, max_depth, interval):
        self.sites = [0] * (min(max_depth, MOST_DEPTH) + 2)
        make_sure_not_resized(self.sites)
        self.root = Node(-1)
        self.interval = interval
        self.random = r_uint(FIRST_RANDOM)
        self.due = self._next_interval()
        self.counted = 0                # steps in samples
        self.samples = 0
        self.last_site = -1             # of the last look; -1 if there was none
        self.last_depth = 0
        self.looked_at_ns = clock.monotonic_ns()

    def _next_interval(self):
        x = self.random                 # xorshift64
        x ^= x << 13
        x ^= x >> 7
        x ^= x << 17
        self.random = x
        spread = intmask(x >> 1) % self.interval
        return self.interval // 2 + spread + 1

    def look(self, steps, site, depth):
        """The machine is at ``site`` after so many steps; -> how many more there
        shall be until it looks again."""
        if steps >= self.due and self.last_site >= 0:
            self._sample(steps)
            self.due = steps + self._next_interval()
        self.last_site = site
        self.last_depth = depth
        return self.due - steps

    def end(self, steps):
        """The run is over after so many steps."""
        if self.last_site < 0:
            self.root.steps += steps - self.counted
        elif steps > self.counted:
            self._sample(steps)

    def _sample(self, steps):
        site = self.last_site
        node = self.root
        if site >= 0:
            depth = min(self.last_depth, len(self.sites))
            for i in range(1, depth):
                if KEPT_CALLS <= i < depth - KEPT_CALLS:
                    continue
                node = node.child(self.sites[i])
            node = node.child(site)
        node.steps += steps - self.counted
        node.samples += 1
        self.counted = steps
        self.samples += 1
        if self.samples % SAMPLES_BETWEEN_LOOKS == 0:
            self._adapt()

    def _adapt(self):
        now = clock.monotonic_ns()
        if (now - self.looked_at_ns < SAMPLES_BETWEEN_LOOKS * NS_BETWEEN_SAMPLES
                and self.interval < LONGEST_INTERVAL):
            self.interval *= 2
        self.looked_at_ns = now


@jit.elidable
def site_of(code, pc):
    return code.index << PC_BITS | pc


def note_call(vm, frame, code, pc):
    """``frame`` is about to call something from ``pc``."""
    sites = vm.profiler.sites
    depth = frame.depth
    if 0 <= depth < len(sites):
        sites[depth] = site_of(code, pc)


@jit.dont_look_inside
def refill(vm, fuel, code, pc, depth):
    """Like ``interrupt.refill``, up to the next sample."""
    vm.fuel = fuel
    vm.interrupts.check()
    wanted = vm.profiler.look(vm.steps(), site_of(code, pc), depth)
    hand_out(vm, max(wanted, code.maxpath) - fuel)
    return vm.fuel
