"""LexVM against the reference: recorded answers, and both side by side.

The recordings are made by tools/differential/harvest.py: random programs and a few
written by hand, each with all that the reference shows of it.
"""

import json
import os
import subprocess

import pytest

from tests.machine.support import outcome, session_of_file

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases')
TOOLS = os.path.join(ROOT, 'tools', 'differential')
EXIT_MISSING = 77

with open(os.path.join(CASES, 'expected.json')) as stream:
    RECORDED = json.load(stream)

# Untranslated, each takes a second; tests/native/test_recorded.py runs all of them.
SAMPLE = RECORDED[::5]


@pytest.mark.parametrize('case', SAMPLE, ids=[case['file'] for case in SAMPLE])
def test_recorded(case):
    path = os.path.join(CASES, case['file'].encode('ascii'))
    session = session_of_file(path, case['max_steps'])
    seen = outcome(session, case['function'], case['args'])
    assert seen.get('error') == case['error']
    # text, so that 1 and 1.0 or 0.0 and -0.0 differ
    assert json.dumps(seen.get('result'), sort_keys=True) == json.dumps(
        case['result'], sort_keys=True)
    assert seen.get('stdout', '') == case['stdout'].encode('utf-8')
    assert session.steps() == case['steps']
    vm = session.vm
    assert {'hits': vm.memo_hits, 'misses': vm.memo_misses,
            'skips': vm.memo_skips} == case['memo']


def run_tool(name, arguments):
    """Run a tool of tools/differential; skip if something that it needs is not built."""
    process = subprocess.Popen(['python3', os.path.join(TOOLS, name)] + arguments,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    report = process.communicate()[0]
    if process.returncode == EXIT_MISSING:
        pytest.skip(report.strip())
    assert process.returncode == 0, report
    return report


def test_programs_side_by_side(built):
    report = run_tool('run.py', ['tests/programs/a', 'examples'])
    assert ' 0 differences' in report


def test_random_programs_side_by_side(built):
    report = run_tool('fuzz.py', ['--count', '20', '--seed', '700000'])
    assert ' 0 differences' in report
