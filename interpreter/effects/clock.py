"""Wall clock, monotonic clock, sleeping; all in whole nanoseconds."""

import time

from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rtime import (
    CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_REALTIME, TIMESPEC,
    c_clock_gettime)
from rpython.rtyper.lltypesystem import lltype


NS_PER_SECOND = 1000000000

# Nanoseconds after which a sleeper looks whether its run is interrupted.
LONGEST_SLEEP = 50 * 1000 * 1000


def read_clock(clock):
    spec = lltype.malloc(TIMESPEC, flavor='raw', zero=True)
    try:
        c_clock_gettime(clock, spec)
        return (intmask(spec.c_tv_sec) * NS_PER_SECOND
                + intmask(spec.c_tv_nsec))
    finally:
        lltype.free(spec, flavor='raw')


def wall_ns():
    """Nanoseconds since 1970-01-01T00:00:00Z."""
    return read_clock(CLOCK_REALTIME)


def monotonic_ns():
    """Nanoseconds since an arbitrary moment; never goes back."""
    return read_clock(CLOCK_MONOTONIC)


def processor_ns():
    """Nanoseconds that a processor worked for this process."""
    return read_clock(CLOCK_PROCESS_CPUTIME_ID)


def sleep_ns(duration, interrupts):
    """Wait at least ``duration`` nanoseconds, also across signals.  Raises
    Interrupted."""
    if duration <= 0:
        return
    stop = monotonic_ns() + duration
    left = duration
    while left > 0:
        time.sleep(float(min(left, LONGEST_SLEEP)) / 1e9 + 1e-6)
        interrupts.check()
        left = stop - monotonic_ns()
