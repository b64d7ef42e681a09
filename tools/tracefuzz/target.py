"""The register machine as a native program, to be translated (Python 2.7, RPython).

It reads lines: parameters of the JIT and a program in hexadecimal, with a space between
them.  To each it answers with a line: ``same`` or ``different``, the number of traces,
what the machine shows without JIT and with it, with tabs between them.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, HERE)

from rpython.rlib import jit, jit_hooks

import toolchain_fixes
import machine
import show

assert toolchain_fixes

COUNTERS = [jit.Counters.TOTAL_COMPILED_LOOPS, jit.Counters.TOTAL_COMPILED_BRIDGES]
CHUNK = 1 << 16


def traces():
    """-> how many loops and bridges have been compiled."""
    total = 0
    for counter in COUNTERS:
        total += jit_hooks.stats_get_counter_value(None, counter)
    return total


def decoded(digits):
    characters = []
    for i in range(0, len(digits) - 1, 2):
        characters.append(chr(int(digits[i:i + 2], 16)))
    return ''.join(characters)


def run(text, parameters):
    jit.set_user_param(None, parameters)
    return show.shown(machine.entry(text))


def answer(line):
    space = line.find(' ')
    assert space >= 0
    text = decoded(line[space + 1:])
    expected = run(text, 'off')
    before = traces()
    actual = run(text, line[:space])
    kind = 'same' if actual == expected else 'different'
    return '%s\t%d\t%s\t%s\n' % (kind, traces() - before,
                                 '' if kind == 'same' else escaped(expected),
                                 '' if kind == 'same' else escaped(actual))


def escaped(text):
    return '\\n'.join(text.split('\n'))


def entry_point(argv):
    pending = ''
    while True:
        end = pending.find('\n')
        if end < 0:
            data = os.read(0, CHUNK)
            if not data:
                return 0
            pending += data
            continue
        reply = answer(pending[:end])
        pending = pending[end + 1:]
        while reply:
            written = os.write(1, reply)
            assert written >= 0
            reply = reply[written:]


def target(driver, args):
    driver.exe_name = 'tracefuzz-%(backend)s'
    return entry_point, None
