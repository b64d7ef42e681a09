"""The programs in cases/: result or error, output, exact steps and memo
counters, as the reference gives them (recorded with tools/reference)."""

import json
import os

import pytest

from tests.machine.support import fresh_session_of_file, outcome

CASES = os.path.join(os.path.dirname(__file__), 'cases')

with open(os.path.join(CASES, 'expected.json')) as f:
    EXPECTED = json.load(f)


def _name(entry):
    return '%s:%s%s' % (entry['file'], entry['fn'], json.dumps(entry['args']))


@pytest.mark.parametrize('entry', EXPECTED, ids=_name)
def test_case(entry):
    session = fresh_session_of_file(os.path.join(CASES, str(entry['file'])),
                                    entry.get('max_steps', 0))
    seen = outcome(session, str(entry['fn']), entry['args'])
    seen['steps'] = session.steps()
    vm = session.vm
    seen['memo'] = [vm.memo_hits, vm.memo_misses, vm.memo_skips]
    wanted = dict(entry)
    for key in ('file', 'fn', 'args', 'max_steps'):
        wanted.pop(key, None)
    assert seen == wanted
