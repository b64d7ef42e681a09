"""Programs with known results: in every mode the same output, errors and exit code."""

import json
import os

import pytest

from tests.native.program import ROOT, run

PROGRAMS = os.path.join(ROOT, 'tests', 'programs')
EXAMPLES = os.path.join(ROOT, 'examples')


def load(path):
    with open(path) as stream:
        return json.load(stream)


def label(row):
    return '%s-%s' % (row['file'], row.get('function') or row.get('fn'))


def arguments(row):
    return [json.dumps(argument) for argument in row['args']]


# ____________________________________________________________
# Small programs, one for each corner of the language.

# Where LexVM deliberately differs from the reference (docs/compatibility.rst):
# folding respects the order of arms; scopes are lexical, bytes are kept.
DEVIATIONS = {
    'a23_dead_branches.lex': [1, 10, 2, 2],
    'a25_scoping.lex': [99, 99, 77, 1010, 5],
}

CONFORMANCE = load(os.path.join(PROGRAMS, 'expected.json'))


@pytest.fixture(scope='module')
def without_jit():
    """A function that runs a row of CONFORMANCE without JIT, once."""
    outcomes = {}

    def outcome(index):
        if index not in outcomes:
            outcomes[index] = run_row('nojit', CONFORMANCE[index])
        return outcomes[index]
    return outcome


def run_row(mode, row):
    return run(mode, ['--allow-effects', 'io,net,budget,llm', os.path.join(PROGRAMS, row['file']),
                      row['function']] + arguments(row))


@pytest.mark.parametrize('index', range(len(CONFORMANCE)),
                         ids=[label(row) for row in CONFORMANCE])
def test_language(index, mode, without_jit):
    row = CONFORMANCE[index]
    outcome = run_row(mode, row)
    lines = outcome.stdout.splitlines()
    if row['error'] is None:
        assert outcome.stderr == ''
        assert outcome.code == 0
        assert json.loads(lines.pop()) == DEVIATIONS.get(row['file'], row['result'])
    else:
        assert outcome.stderr == 'error: runtime: %s\n' % row['error']
        assert outcome.code == 1
    assert lines == row['prints']
    assert outcome == without_jit(index)


# ____________________________________________________________
# Workloads with the number of steps that they take.  The limit is tested before each
# step, so a limit of L lets L + 1 steps pass.

GOLDEN = load(os.path.join(PROGRAMS, 'steps.json'))


def run_golden(mode, row, limit):
    return run(mode, ['--max-steps', str(limit),
                      os.path.join(PROGRAMS, 'golden', row['file']), row['fn']] +
               arguments(row))


@pytest.mark.parametrize('row', GOLDEN, ids=[
    '%s-%d' % (label(row), row['steps']) for row in GOLDEN])
def test_steps_are_exact(row, mode):
    outcome = run_golden(mode, row, row['steps'] - 1)
    assert outcome.stderr == ''
    assert json.loads(outcome.stdout) == row['result']
    assert outcome.code == 0

    outcome = run_golden(mode, row, row['steps'] - 2)
    assert outcome.stdout == ''
    assert outcome.stderr.startswith(
        'error: runtime: runtime panic: step limit exceeded in `')
    assert outcome.stderr.endswith(' (%d > %d)\n' % (row['steps'] - 1,
                                                     row['steps'] - 2))
    assert outcome.code == 1


# ____________________________________________________________
# The examples, with the very bytes they print.

@pytest.mark.parametrize('name', sorted(
    name[:-4] for name in os.listdir(EXAMPLES) if name.endswith('.lex')))
def test_example(name, mode):
    expected = load(os.path.join(EXAMPLES, 'expected', name + '.json'))
    flags = ['--max-steps', str(expected['steps'])]
    if expected['allow_effects']:
        flags += ['--allow-effects', expected['allow_effects']]
    outcome = run(mode, flags + [os.path.join(EXAMPLES, name + '.lex'),
                                 expected['fn']] + arguments(expected))
    assert outcome.stderr == ''
    assert outcome.stdout == expected['stdout'].encode('utf-8')
    assert outcome.code == expected['exit']
