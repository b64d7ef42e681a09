"""Stopping a run from outside: by a signal, or by a limit that is not steps.

A run calls ``Interrupts.check`` from time to time: the machine whenever it
hands out a slice of steps (``machine/interrupt.py``), waiting operations when
a system call was interrupted.  Whatever wants to stop a run is a Check.
"""

import os

from rpython.rlib import rsignal
from rpython.rlib.objectmodel import we_are_translated

from interpreter.effects import watchdog

EXIT_SIGNAL = 128       # the exit code of a signal, as in shells: plus its number

PROCESS_STATUS = '/proc/self/status'
IGNORED_LABEL = 'SigIgn:'

STOPPING_SIGNALS = [rsignal.SIGINT, rsignal.SIGTERM]


class Interrupted(Exception):
    """The run ends with ``error: MESSAGE`` and an exit code.  Not a VMError:
    no part of a program or of the standard library may swallow it."""

    def __init__(self, message, exit_code):
        self.message = message
        self.exit_code = exit_code

    def __str__(self):
        return self.message


class Check(object):
    """Something that may stop a run."""

    def run(self):
        """Raise Interrupted if the run must stop."""


class Interrupts(object):
    """The Checks of one run; without any, a run is never stopped."""

    def __init__(self):
        self.checks = []

    def add(self, check):
        self.checks.append(check)

    def check(self):
        """Raise Interrupted if a Check says so."""
        for check in self.checks:
            check.run()


class Signals(object):
    """The signals that stop a run.  Once one has come it stays ``caught``."""

    def __init__(self):
        self.caught = 0
        self.deferred = False
        self.timeout = Check()      # the time limit in force, if there is one

    def install(self):
        """Catch the stopping signals instead of dying from them, except those
        that the parent process made us ignore."""
        if we_are_translated():
            ignored = ignored_signals()
            for number in STOPPING_SIGNALS:
                if (ignored >> (number - 1)) & 1 == 0:
                    rsignal.pypysig_setflag(number)
                    watchdog.repeat(number)

    def uninstall(self):
        """Die from the stopping signals again."""
        if we_are_translated():
            ignored = ignored_signals()
            for number in STOPPING_SIGNALS:
                if (ignored >> (number - 1)) & 1 == 0:
                    rsignal.pypysig_default(number)
            watchdog.calm(False)

    def pending(self):
        """-> the number of the first signal that was caught, or 0."""
        if self.caught == 0 and we_are_translated():
            number = rsignal.pypysig_poll()
            if number > 0:
                self.caught = int(number)
        return self.caught

    def defer(self):
        """From now on the first signal is only noted, for somebody who looks
        at ``pending``; one more stops the run."""
        self.deferred = True
        watchdog.calm(True)

    def resume(self):
        """End ``defer``: a signal that came meanwhile has had its effect."""
        self.deferred = False
        self.caught = 0
        watchdog.calm(False)

    def forget(self):
        """Signals that came so far have had their effect."""
        self.caught = 0
        if we_are_translated():
            while rsignal.pypysig_poll() > 0:
                pass
        watchdog.calm(self.deferred)

    def repeated(self):
        """Whether another signal came after the one that is caught."""
        return we_are_translated() and rsignal.pypysig_poll() > 0

    def raise_if_pending(self):
        """Raise Interrupted if a signal was caught or the time is over.  To be
        called when a system call fails with EINTR, before it is tried again."""
        self.timeout.run()
        number = self.pending()
        if number != 0 and not (self.deferred and not self.repeated()):
            raise Interrupted('stopped by ' + signal_name(number),
                              EXIT_SIGNAL + number)


def ignored_signals():
    """-> the ignored signals, bit N-1 for signal N; 0 if the system does not
    tell."""
    try:
        fd = os.open(PROCESS_STATUS, os.O_RDONLY, 0)
        try:
            text = os.read(fd, 65536)
        finally:
            os.close(fd)
    except OSError:
        return 0
    for line in text.split('\n'):
        if line.startswith(IGNORED_LABEL):
            return low_bits(line[len(IGNORED_LABEL):])
    return 0


def low_bits(text):
    """The last 32 bits of a hexadecimal number, 0 for anything else."""
    digits = text.strip(' \t')
    start = max(0, len(digits) - 8)
    try:
        return int(digits[start:], 16)
    except ValueError:
        return 0


def signal_name(number):
    if number == rsignal.SIGINT:
        return 'SIGINT'
    if number == rsignal.SIGTERM:
        return 'SIGTERM'
    return 'signal %d' % number


signals = Signals()


class SignalCheck(Check):
    """Stops the run when a signal was caught."""

    def run(self):
        signals.raise_if_pending()
