"""The kernel alone: LexVM without its own checks of the policy.

``make open-gate`` builds a program that grants everything and keeps no scope, and still
puts up the wall of the policy that it was given.  What of tests/sandbox is about files,
programs and the network is stopped all the same: nothing is shown, nothing changes.
"""

import os

import pytest

from tests.native.program import FOLDER, execute
from tests.native.test_sandbox import (
    ATTEMPTS, PROGRAMS, SECRET, box, run_attempt, snapshot)

PROGRAM = 'lexvm-open-gate'
ABOUT = ('path_', 'kv_', 'sql_', 'process_', 'net_', 'import_', 'trace_replayed_')
# What is granted as such: its scope, a name, is kept by LexVM only.
BY_NAME = {
    'process_': ('--allow-proc',),
    'net_': ('--allow-net-host',),
}
assert box


def is_by_name(attempt):
    for start, flags in BY_NAME.items():
        if attempt.name.startswith(start):
            return any(flag in attempt.run for flag in flags)
    return False


@pytest.fixture(scope='module')
def walls():
    if not os.path.exists(os.path.join(FOLDER, PROGRAM)):
        pytest.skip('./%s is not built; run make open-gate' % PROGRAM)
    example = os.path.join(PROGRAMS, 'memo_kinds.lex')
    if 'are needed' in execute(PROGRAM, ['run', '--wall', 'on', example]).stderr:
        pytest.skip('this kernel has no Landlock and seccomp')


KEPT = [attempt for attempt in ATTEMPTS
        if attempt.name.startswith(ABOUT) and not is_by_name(attempt)]


def test_there_are_enough():
    assert len(KEPT) >= 100


def has_secret(folder):
    """Whether a file below a folder, not a link, shows the secret."""
    return any(SECRET in (content or '') for content in snapshot(folder).values())


@pytest.mark.parametrize('attempt', KEPT,
                         ids=[attempt.name[:-len('.lex')] for attempt in KEPT])
def test_attempt_is_stopped_by_the_kernel(attempt, walls, box):
    before = snapshot(box.join('outside')), snapshot(box.join('insider'))
    outcome = run_attempt(PROGRAM, attempt, box, [])
    assert SECRET not in outcome.stdout
    assert SECRET not in outcome.stderr
    assert 'evil' not in outcome.stdout
    assert 'listening' not in outcome.stderr
    assert (snapshot(box.join('outside')), snapshot(box.join('insider'))) == before
    assert not has_secret(box.join('inside'))


@pytest.mark.parametrize('name', ['path_parent', 'path_copy_out', 'process_without_grant'])
def test_the_gate_is_open(name, walls, box):
    """Without the wall, what they try succeeds: the test can fail."""
    attempt, = [attempt for attempt in ATTEMPTS if attempt.name == name + '.lex']
    outcome = run_attempt(PROGRAM, attempt, box, ['--wall', 'off'])
    assert 'not in --allow-effects' not in outcome.stderr
    if name == 'path_parent':
        assert SECRET in outcome.stdout
    elif name == 'path_copy_out':
        assert has_secret(box.join('inside'))
    else:
        assert outcome.code == 0
