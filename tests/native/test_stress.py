"""The JIT and the collector under settings that nobody would choose: programs with known
results must not notice."""

import json
import os

import pytest

from tests.native.program import ROOT, execute

PROGRAMS = os.path.join(ROOT, 'tests', 'programs')
GRANTS = 'io,net,budget,llm'
AT_ONCE = 'threshold=1,function_threshold=1,trace_eagerness=1'

JIT = [
    AT_ONCE,
    # No loop is short enough: programs are traced in vain all the time.
    'threshold=10,function_threshold=5,trace_eagerness=1,trace_limit=10',
    'threshold=10,function_threshold=5,trace_eagerness=1,trace_limit=30',
    AT_ONCE + ',trace_limit=60',
    AT_ONCE + ',trace_limit=300',
    AT_ONCE + ',trace_limit=6000',
    AT_ONCE + ',max_unroll_loops=0',
    AT_ONCE + ',max_unroll_loops=20',
    AT_ONCE + ',max_unroll_recursion=1',
    AT_ONCE + ',disable_unrolling=1',
    AT_ONCE + ',inlining=0',
    AT_ONCE + ',loop_longevity=1',
    'threshold=3,function_threshold=5,trace_eagerness=1,decay=1000',
    'threshold=7,function_threshold=2,trace_eagerness=40',
]

# Collections at every allocation, or all the time.
COLLECTOR = [
    {'PYPY_GC_NURSERY': '1'},
    {'PYPY_GC_NURSERY': '4k', 'PYPY_GC_MIN': '64k', 'PYPY_GC_MAJOR_COLLECT': '1.05',
     'PYPY_GC_INCREMENT_STEP': '4k'},
]


def load(name):
    with open(os.path.join(PROGRAMS, name)) as stream:
        return json.load(stream)


LANGUAGE = load('expected.json')
GOLDEN = load('steps.json')


def run(setting, environment, flags, path, function, args, program='lexvm'):
    return execute(program, ['run', '--jit', setting, '--allow-effects', GRANTS] + flags +
                   [os.path.join(PROGRAMS, path), function] + [json.dumps(a) for a in args],
                   env=environment)


def without_jit():
    """A function that tells what a row of LANGUAGE does in the program without JIT."""
    known = {}

    def outcome(index):
        if index not in known:
            row = LANGUAGE[index]
            known[index] = execute(
                'lexvm-nojit', ['run', '--allow-effects', GRANTS,
                                os.path.join(PROGRAMS, row['file']), row['function']] +
                [json.dumps(a) for a in row['args']])
        return known[index]
    return outcome


expected = without_jit()

# Files once, with their first row.
FIRST_ROWS = [i for i in range(len(LANGUAGE))
              if i == 0 or LANGUAGE[i]['file'] != LANGUAGE[i - 1]['file']]


def check_language(setting, environment, program='lexvm'):
    for index in FIRST_ROWS:
        row = LANGUAGE[index]
        outcome = run(setting, environment, [], row['file'], row['function'], row['args'],
                      program)
        assert outcome == expected(index), row['file']


def check_golden(setting, environment, program='lexvm'):
    for row in GOLDEN:
        outcome = run(setting, environment, ['--max-steps', str(row['steps'] - 1)],
                      os.path.join('golden', row['file']), row['fn'], row['args'], program)
        assert outcome.stderr == '', row['file']
        assert json.loads(outcome.stdout) == row['result'], row['file']
        assert outcome.code == 0


@pytest.mark.parametrize('setting', JIT)
def test_language(setting):
    check_language(setting, {})


@pytest.mark.parametrize('setting', JIT)
def test_golden(setting):
    check_golden(setting, {})


@pytest.mark.parametrize('environment', COLLECTOR, ids=['each allocation', 'major'])
@pytest.mark.parametrize('setting', ['off', AT_ONCE])
def test_collections(setting, environment):
    check_language(setting, environment)
    check_golden(setting, environment)


# The collector of every build can look whether the heap is consistent.
@pytest.mark.parametrize('environment', [{}] + COLLECTOR + [
    {'PYPY_GC_DEBUG': '1', 'PYPY_GC_NURSERY': '256k', 'PYPY_GC_MIN': '1M'}],
    ids=['', 'each allocation', 'major', 'checked'])
def test_assertions(environment):
    """The debug build, if `make debug` has made it: a failing assertion ends it."""
    check_language('off', environment, 'lexvm-debug')
    check_golden('off', environment, 'lexvm-debug')


def test_assertions_of_copied_arrays(tmpdir):
    """Stacks of thousands of values are copied while their items are young."""
    path = tmpdir.join('wide.lex')
    path.write('fn main() -> Int { %s }\n' % ' + '.join(['1'] * 20000))
    outcome = execute('lexvm-debug', ['hash', str(path)])
    assert (outcome.code, outcome.stderr) == (0, '')
