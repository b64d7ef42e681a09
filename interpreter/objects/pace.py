"""Looking up from long native work.

Operations on values run no steps, and a few of them may take very long: values
share their parts, so a small one can have a huge number of paths through it.
Their loops tell the Pace how much they do; now and then it asks its Watch
whether the run must stop.
"""

from rpython.rlib import jit

from interpreter.objects.errors import VMError

# Units of work between two looks; a unit takes some nanoseconds.
SLICE = 1 << 16

# What a run with a step limit may do: this, and something for each step.
FREE_WORK = 1 << 28
WORK_FOR_A_STEP = 64

# Effects between two looks: a system call takes a microsecond, or many.
EFFECTS_OF_A_LOOK = 64


# Bytes are copied and compared many at a time; few of them are not counted.
FEW_BYTES = 4096
BYTES_FOR_A_UNIT = 16

# More at once counts as this much, so that sums do not overflow.
MUCH = 1 << 40


class WorkLimitExceeded(VMError):
    """A run with a step limit works too long without steps."""
    ends_run = True

    def display(self):
        return 'step limit exceeded by the work of native operations'

    def debug(self):
        return 'WorkLimitExceeded'


class Watch(object):
    """Who knows whether a run must stop."""

    def look(self):
        """Raise what ends the run, if it must end."""


class Pace(object):

    def __init__(self):
        self.left = SLICE
        self.spent = 0
        self.limit = -1
        self.effects = 0
        self.watch = Watch()

    def bound(self, max_steps):
        """Limit the work from now on to what suits a step limit; 0 is no
        limit."""
        self.spent = 0
        self.limit = -1
        if 0 < max_steps < 1 << 50:
            self.limit = FREE_WORK + max_steps * WORK_FOR_A_STEP

    def work(self, units):
        """Count what a loop does, or is about to do.  Raises what the Watch
        raises, and WorkLimitExceeded."""
        self.left -= units
        if self.left < 0:
            self.spent += SLICE + min(-self.left, MUCH)
            self.left = SLICE
            if 0 <= self.limit < self.spent:
                raise WorkLimitExceeded()
            self.watch.look()

    def effect(self):
        """Count that an effect is about to be performed.  Raises what the
        Watch raises."""
        self.effects += 1
        if self.effects >= EFFECTS_OF_A_LOOK:
            self._look()

    @jit.dont_look_inside
    def _look(self):
        self.effects = 0
        self.watch.look()

    @jit.dont_look_inside
    def operation(self, units):
        """Count the work of an operation of the library, which compiled code
        does not look into.  Raises what ``work`` raises."""
        self.work(units)

    def bytes(self, size):
        """Count that so many bytes are copied, compared or looked at.  Raises
        what ``work`` raises."""
        if size > FEW_BYTES:
            self._many_bytes(size)

    @jit.dont_look_inside
    def _many_bytes(self, size):
        self.work(size // BYTES_FOR_A_UNIT)


pace = Pace()
