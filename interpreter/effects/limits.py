"""Limits of a run that are not steps: time and output."""

from interpreter.effects import clock
from interpreter.effects.clock import NS_PER_SECOND
from interpreter.effects.interrupts import Check, Interrupted
from interpreter.objects.pace import Watch

EXIT_LIMIT = 1


class LimitExceeded(Interrupted):
    """An Interrupted with the exit code of errors of the run."""

    def __init__(self, message):
        Interrupted.__init__(self, 'runtime: ' + message, EXIT_LIMIT)


class Timeout(Check):
    """Stops a run after a number of milliseconds from now."""

    def __init__(self, milliseconds):
        self.milliseconds = milliseconds
        self.deadline = clock.monotonic_ns()
        # A longer time than a year is no limit and would overflow.
        if milliseconds < 365 * 86400 * 1000:
            self.deadline += milliseconds * (NS_PER_SECOND // 1000)
        else:
            self.deadline += 365 * 86400 * NS_PER_SECOND

    def run(self):
        if clock.monotonic_ns() > self.deadline:
            raise LimitExceeded(self.message())

    def message(self):
        return 'time limit exceeded (%d ms)' % self.milliseconds


class InterruptsWatch(Watch):
    """Lets native work of a run look at its Interrupts."""

    def __init__(self, interrupts):
        self.interrupts = interrupts

    def look(self):
        self.interrupts.check()


class OutputLimit(object):
    """How many bytes a run may print, log and write to files; no limit
    if negative."""

    def __init__(self, size):
        self.size = size
        self.left = size

    def count(self, size):
        """Raise LimitExceeded instead of going beyond the limit."""
        if self.size < 0:
            return
        if size > self.left:
            self.refuse()
        self.left -= size

    def refuse(self):
        raise LimitExceeded('output limit exceeded (%d bytes)' % self.size)

    def rest(self):
        """What may be written; any number if negative."""
        return self.left

    def leave(self, rest):
        """Somebody who counts by himself has left so much."""
        self.left = rest


def no_output_limit():
    return OutputLimit(-1)
