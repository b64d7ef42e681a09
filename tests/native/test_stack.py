"""The stack of run-time errors is the same in compiled and in interpreted code."""

import json
import os
import re

import pytest

from tests.native.program import MODES, ROOT, execute, run

PROGRAM = os.path.join(ROOT, 'tests', 'native', 'stack.lex')

FUNCTIONS = ['recursive', 'mutual', 'tail', 'mapped', 'folded', 'filtered', 'sorted',
             'closures', 'iterated', 'matched', 'deep', 'caught', 'parallel', 'actors',
             'inlined']


def error_of(name, flags, function, arguments):
    outcome = execute(name, ['--output', 'json', 'run'] + flags + [
        '--allow-effects', 'concurrent', '--max-steps', '0', PROGRAM, function] + arguments)
    assert (outcome.code, outcome.stderr) == (1, '')
    return json.loads(outcome.stdout)['error']


@pytest.mark.parametrize('function', FUNCTIONS)
@pytest.mark.parametrize('count', ['3', '5000'])
def test_compiled_code_has_the_same_stack(function, count, mode):
    if function in ('recursive', 'mutual', 'deep') and count == '5000':
        count = '700'
    name, flags = MODES[mode]
    error = error_of(name, flags, function, [count])
    assert error == error_of('lexvm-nojit', [], function, [count])
    assert error['stack'][-1]['function'] == function
    with open(PROGRAM) as stream:
        lines = stream.read().splitlines()
    placed = [entry for entry in error['stack'] if 'line' in entry]
    assert placed
    for entry in placed:
        assert entry['function'].split()[-1] in lines[entry['line'] - 1] or \
            lines[entry['line'] - 1].startswith('  ')


def test_step_limit_is_reached_at_the_same_place(mode):
    """Whatever the limit, compiled code stops where the interpreter does."""
    for limit in [1000, 5001, 20013, 20014, 20015]:
        words = ['--max-steps', str(limit), '--allow-effects', 'concurrent', PROGRAM,
                 'steps', '100000']
        seen = run(mode, words)
        assert seen.code == 1
        assert seen.report == run('nojit', words).report


def test_no_error_no_cost(mode):
    """Errors that are caught again and again are no leak."""
    outcome = run(mode, ['--max-steps', '0', '--max-memory', '200M', '--allow-effects',
                         'concurrent', PROGRAM, 'swallowed', '200000'])
    assert (outcome.code, outcome.stderr) == (0, '')
    assert re.match(r'\d+\n$', outcome.stdout)
