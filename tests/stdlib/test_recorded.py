"""What the reference answered to calls of every pure function.

tools/differential/stdlib.py --record made the recordings: for each function an
ordinary call and one with unusual arguments or an error.
"""

import json
import os

import pytest

from tests.machine.support import fresh_session_of, outcome

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

with open(os.path.join(TESTS, 'differential', 'cases', 'stdlib.json')) as stream:
    RECORDED = json.load(stream)

MODULES = []
for row in RECORDED['calls']:
    module = row['function'].split('.')[0]
    if module not in MODULES:
        MODULES.append(module)


@pytest.mark.parametrize('module', MODULES)
def test_recorded(module):
    calls = [row for row in RECORDED['calls']
             if row['function'].startswith(module + '.')]
    source = RECORDED['prelude']
    for i, row in enumerate(calls):
        source += 'fn call_%d() -> [time] Str { %s }\n' % (i, row['call'])
    source = source.encode('utf-8')
    for i, row in enumerate(calls):
        seen = outcome(fresh_session_of(source), 'call_%d' % i, [])
        if 'error' in seen:
            seen['error'] = seen['error'].decode('utf-8')
        assert seen == {row['verdict']: row['answer']}, row['call']
