"""Results, exact step counts and memo counters of the golden workloads."""

import json
import os

import pytest

from tests.machine.support import PROGRAMS, call, session_of_file

with open(os.path.join(PROGRAMS, 'steps.json')) as f:
    GOLDEN = json.load(f)

# Programs that take longer are left to tests/native/test_programs.py.
SLOW_STEPS = 5000


def _cases():
    for entry in GOLDEN:
        if entry['steps'] <= SLOW_STEPS:
            yield entry


@pytest.mark.parametrize(
    'entry', list(_cases()),
    ids=lambda e: '%s %s' % (os.path.basename(e['file']), e['args']))
def test_golden(entry):
    session = session_of_file(os.path.join(PROGRAMS, 'golden', str(entry["file"])))
    assert call(session, str(entry["fn"]), *entry['args']) == entry['result']
    vm = session.vm
    assert (session.steps(), vm.memo_hits, vm.memo_misses, vm.memo_skips) == (
        entry['steps'], entry['hits'], entry['misses'], entry['skips'])
