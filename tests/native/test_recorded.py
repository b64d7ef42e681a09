"""The recorded answers of the reference (tests/differential): result, error, output,
steps and memo counters of random programs, in every mode."""

import json
import os

import pytest

from tests.native.program import ROOT, run

CASES = os.path.join(ROOT, 'tests', 'differential', 'cases')

with open(os.path.join(CASES, 'expected.json')) as stream:
    RECORDED = json.load(stream)


@pytest.mark.parametrize('case', RECORDED, ids=[case['file'] for case in RECORDED])
def test_recorded(case, mode):
    outcome = run(mode, ['--allow-effects', 'io', '--max-steps', str(case['max_steps']),
                         '--memo-stats',
                         '--jit-stats', os.path.join(CASES, case['file']),
                         case['function']] +
                  [json.dumps(argument) for argument in case['args']])
    lines = outcome.stdout.splitlines(True)
    if case['error'] is None:
        assert outcome.code == 0
        assert json.dumps(json.loads(lines.pop()), sort_keys=True) == json.dumps(
            case['result'], sort_keys=True)
    else:
        assert outcome.code == 1
        assert 'error: runtime: %s\n' % case['error'].encode('utf-8') in outcome.stderr
    assert ''.join(lines) == case['stdout'].encode('utf-8')
    assert 'steps: %d\n' % case['steps'] in outcome.stderr
    assert 'memo: %(hits)d hits, %(misses)d misses, %(skips)d skips\n' % (
        case['memo']) in outcome.stderr
