"""The step limit stops a program at exactly the right instruction."""

import json
import os

import pytest

from tests.machine.support import (
    call, failure, fresh_session_of, fresh_session_of_file, outcome, printed)
from tests.machine.test_cases import CASES

with open(os.path.join(CASES, 'limits.json')) as f:
    RUNS = json.load(f)

LOOP = '''
fn count(n :: Int) -> Int { match n { 0 => 0, _ => count(n - 1) } }
'''


def _name(run):
    return '%s%s' % (run['fn'], run['args'])


def _session(max_steps):
    return fresh_session_of_file(os.path.join(CASES, 'limits.lex'), max_steps)


@pytest.mark.parametrize('run', RUNS, ids=_name)
def test_every_limit_names_the_running_function(run):
    for index, function in enumerate(run['stopped_in']):
        limit = index + 1
        session = _session(limit)
        seen = outcome(session, str(run['fn']), run['args'])
        assert seen['error'] == (
            'runtime panic: step limit exceeded in `%s` (%d > %d)'
            % (function, limit + 1, limit))
        assert session.steps() == limit + 1


@pytest.mark.parametrize('run', RUNS, ids=_name)
def test_effects_before_the_limit_happen(run):
    for index, lines in enumerate(run['lines']):
        session = _session(index + 1)
        outcome(session, str(run['fn']), run['args'])
        assert printed(session).count('\n') == lines


@pytest.mark.parametrize('run', RUNS, ids=_name)
def test_one_step_more_than_the_limit_may_run(run):
    session = _session(run['steps'] - 1)
    assert 'result' in outcome(session, str(run['fn']), run['args'])
    assert session.steps() == run['steps']
    assert len(run['stopped_in']) == run['steps'] - 2


def test_steps_go_on_over_host_calls():
    session = fresh_session_of(LOOP, 20)
    assert call(session, 'count', 1) == 0
    assert call(session, 'count', 0) == 0
    first = session.steps()
    assert failure(session, 'count', 2).endswith('(21 > 20)')
    assert first < session.steps() == 21


def test_no_limit():
    session = fresh_session_of(LOOP, 0)
    assert call(session, 'count', 2000) == 0


@pytest.mark.parametrize('limit', [1, 5, 9])
def test_limit_in_a_loop_of_an_iterator(limit):
    source = '''
import "std.iter" as iter
fn sum(n :: Int) -> Int {
  iter.fold(iter.from_list([n, n]), 0, fn (a :: Int, x :: Int) -> Int { a + x })
}
'''
    text = failure(fresh_session_of(source, limit), 'sum', 3)
    assert text == ('runtime panic: step limit exceeded in `sum` (%d > %d)'
                    % (limit + 1, limit))
