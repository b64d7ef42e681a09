"""The programs of tests/contract/matrix.py, compiled and with hooks: as the reference
says (docs/contract.rst, "The call protocol")."""

import collections
import json
import re

import pytest

from tests.contract import matrix
from tests.native.program import EAGER, execute

VARIANTS = collections.OrderedDict([
    ('nojit', ('lexvm-nojit', [])),
    ('jit-off', ('lexvm', ['--jit', 'off'])),
    ('jit', ('lexvm', [])),
    ('jit-eager', ('lexvm', ['--jit', EAGER])),
    ('kernel', ('lexvm-nojit', ['--hook', 'kernel'])),
    ('kernel-eager', ('lexvm', ['--hook', 'kernel', '--jit', EAGER])),
    ('decline-eager', ('lexvm', ['--hook', 'decline', '--jit', EAGER])),
    ('random-eager', ('lexvm', ['--hook', 'random=7', '--jit', EAGER])),
])

EXPECTED = matrix.expected()


@pytest.fixture(scope='module')
def programs_of(tmpdir_factory):
    folder = tmpdir_factory.mktemp('matrix')
    paths = {}
    for clause in sorted(set(cell[0] for cell in matrix.CELLS)):
        path = folder.join(clause + '.lex')
        path.write(matrix.program(clause))
        paths[clause] = str(path)
    return paths


@pytest.mark.parametrize('cell', matrix.CELLS, ids=matrix.name_of)
@pytest.mark.parametrize('variant', list(VARIANTS))
def test_as_in_the_reference(variant, cell, programs_of, tmpdir):
    clause, kind, function, args, flags = cell
    name, options = VARIANTS[variant]
    expected = EXPECTED[matrix.name_of(cell)]
    if clause == 'arity':
        assert_refused(name, options, [programs_of[clause], function], args, expected)
        return
    trace = str(tmpdir.join('trace.json'))
    seen = execute(
        name, ['run', '--jit-stats', '--memo-stats', '--trace', trace,
               '--allow-effects', 'io,budget,concurrent'] + options + flags +
        [programs_of[clause], function] + [str(arg) for arg in args],
        env={'LEX_PAR_MAX_CONCURRENCY': '4'})
    if '--hook' in options and function == 'pure_call' and expected['error']:
        pytest.skip('an answered call needs no frame')
    if expected['error'] is None:
        assert json.loads(seen.stdout.splitlines()[-1]) == expected['result']
        assert seen.code == 0
    else:
        assert 'error: runtime: %s\n' % expected['error'] in seen.stderr
        assert seen.code == 1
    assert numbers('steps: (.*)', seen) == [expected['steps']]
    assert numbers('memo: (.*) hits, (.*) misses, (.*) skips', seen) == expected['memo']
    if variant == 'random-eager' and clause == 'concurrency':
        return                  # calls inside answered calls have no nodes
    if expected['nodes'] is not None:
        with open(trace) as stream:
            text = matrix.without_digests(stream.read())
        assert matrix.untimed(json.loads(text)['nodes']) == expected['nodes']


def assert_refused(name, options, call, args, expected):
    """Arguments are looked at before the call: no step is taken, nothing is called."""
    assert (expected['steps'], expected['nodes'] or []) == (0, [])
    seen = execute(name, ['--output', 'json', 'run', '--allow-effects',
                          'io,budget,concurrent'] + options + call + map(str, args))
    assert json.loads(seen.stdout)['error']['message'] == 'runtime: ' + expected['error']
    assert seen.code == 1


def numbers(pattern, seen):
    """-> the numbers in a line of the standard error."""
    match = re.search(pattern, seen.stderr)
    return [int(text) for text in match.groups()]


def test_loops_of_the_matrix_are_compiled(programs_of):
    """Otherwise the cells of the JIT would show nothing."""
    for function in ['loop_call', 'loop_tail_call', 'loop_call_closure', 'loop_mapped',
                     'loop_folded', 'loop_par_mapped', 'loop_asked']:
        seen = execute('lexvm', ['run', '--jit-stats', '--jit', EAGER, '--allow-effects',
                                 'io,concurrent', programs_of['memo'], function, '40',
                                 '3', '0'])
        assert numbers('jit: (.*) loops, (.*) bridges', seen)[0] > 0


@pytest.mark.parametrize('variant', ['nojit', 'jit-eager'])
@pytest.mark.parametrize('kind, function, consulted', [
    ('Call', 'loop_call', 30), ('TailCall', 'loop_tail_call', 30),
    ('CallClosure', 'loop_call_closure', 0), ('list', 'loop_mapped', 60),
    ('list', 'loop_folded', 30), ('par_map', 'loop_par_mapped', 0),
    ('actor', 'loop_asked', 30), ('host', 'leaf', 1)])
def test_hook(kind, function, consulted, variant, programs_of):
    """How often a hook is asked in a loop of 30 rounds."""
    name, options = VARIANTS[variant]
    args = ['3'] if kind == 'host' else ['30', '3', '0']
    seen = execute(name, ['run', '--jit-stats', '--hook', 'decline', '--allow-effects',
                          'io,concurrent'] + options +
                   [programs_of['memo_disabled'], function] + args)
    assert numbers('hook: (.*) answered, (.*) declined, (.*) failed', seen) == [
        0, consulted, 0]
