"""Results, exact step counts and memo counters of the golden workloads."""

import json
import os

import pytest

from tests.machine.support import PROGRAMS, call, session_of_file

with open(os.path.join(PROGRAMS, 'steps.json')) as f:
    GOLDEN = json.load(f)

# Programs that take longer, to run or to compile, are left to
# tests/native/test_programs.py.
SLOW_STEPS = 5000
SLOW_SIZE = 10000           # bytes


def _path(entry):
    return os.path.join(PROGRAMS, 'golden', str(entry['file']))


def _cases():
    for entry in GOLDEN:
        if entry['steps'] <= SLOW_STEPS and os.path.getsize(_path(entry)) <= SLOW_SIZE:
            yield entry


@pytest.mark.parametrize(
    'entry', list(_cases()),
    ids=lambda e: '%s %s' % (os.path.basename(e['file']), e['args']))
def test_golden(entry):
    session = session_of_file(_path(entry))
    assert call(session, str(entry["fn"]), *entry['args']) == entry['result']
    vm = session.vm
    assert (session.steps(), vm.memo_hits, vm.memo_misses, vm.memo_skips) == (
        entry['steps'], entry['hits'], entry['misses'], entry['skips'])


# Steps as functions of the last argument.
FORMULAS = [
    ('arith_loop.lex', 'sum_to', lambda n: [n, 0], lambda n: 8 * n + 4),
    ('tailrec.lex', 'drive', lambda n: [n], lambda n: 8 * n + 7),
    ('call_heavy.lex', 'factorial', lambda n: [n], lambda n: 11 * n + 4),
    ('record_field.lex', 'drive', lambda n: [n], lambda n: 12 * n + 13),
    ('record_field_wide.lex', 'drive', lambda n: [n], lambda n: 19 * n + 20),
    ('response_build.lex', 'drive', lambda n: [n], lambda n: 82 * n + 4),
    ('tuple_build.lex', 'drive', lambda n: [n], lambda n: 133 * n + 4),
    ('alloc_heavy.lex', 'drive', lambda n: [n], lambda n: 21 * n + 4),
    ('deep_tree.lex', 'drive', lambda n: [n], lambda n: 24 * n + 4),
    ('list_build.lex', 'drive', lambda n: [n], lambda n: 85 * n + 4),
    ('closure_call.lex', 'drive', lambda n: [n], lambda n: 29 * n + 12),
    ('fib.lex', 'fib', lambda n: [n], lambda n: 15 * n - 6)]


@pytest.mark.parametrize('file, function, arguments, steps', FORMULAS,
                         ids=[row[0] for row in FORMULAS])
def test_formulas(file, function, arguments, steps):
    for n in [2, 3, 17, 63]:
        session = session_of_file(os.path.join(PROGRAMS, 'golden', file))
        call(session, function, *arguments(n))
        assert session.steps() == steps(n)
