"""The step limit stops compiled programs at the instruction where it stops interpreted
ones: at every value of the limit for small programs, at random ones for large."""

import json
import os
import random

import pytest

from tests.native.program import MODES, ROOT, require, run

CASES = os.path.join(ROOT, 'tests', 'machine', 'cases')
PROGRAMS = os.path.join(ROOT, 'tests', 'programs')

with open(os.path.join(CASES, 'limits.json')) as stream:
    SMALL = json.load(stream)

with open(os.path.join(PROGRAMS, 'steps.json')) as stream:
    GOLDEN = json.load(stream)

LARGE = [row for row in GOLDEN if 1000 <= row['steps'] <= 200000]


def stopped(mode, path, function, arguments, limit):
    return run(mode, ['--max-steps', str(limit), '--allow-effects', 'io', path,
                      function] + [json.dumps(argument) for argument in arguments])


@pytest.mark.parametrize('row', SMALL, ids=lambda row: row['fn'] + str(row['args']))
def test_every_limit_of_a_small_program(mode, row):
    """The function that is running and the effects before, as in the reference."""
    path = os.path.join(CASES, 'limits.lex')
    for index, function in enumerate(row['stopped_in']):
        limit = index + 1
        outcome = stopped(mode, path, row['fn'], row['args'], limit)
        assert outcome.stderr == (
            'error: runtime: runtime panic: step limit exceeded in `%s` (%d > %d)\n'
            % (function, limit + 1, limit))
        assert outcome.stdout.count('\n') == row['lines'][index]
    outcome = stopped(mode, path, row['fn'], row['args'], row['steps'] - 1)
    assert (outcome.stderr, outcome.code) == ('', 0)


EFFECTS = '''
import "std.io" as io
import "std.list" as list
fn shown(n :: Int) -> [io] Int {
  let u := if n % 3 == 0 { io.print("x") } else { () }
  n * 2
}
fn loop(n :: Int, acc :: Int) -> [io] Int {
  if n == 0 { acc } else { loop(n - 1, (acc + shown(n)) % 1000) }
}
fn tree(n :: Int) -> [io] Int {
  if n < 2 { shown(n) } else { tree(n - 1) + tree(n - 2) }
}
fn folded(n :: Int) -> [io] Int {
  list.fold(list.range(0, n), 0, fn (a :: Int, x :: Int) -> [io] Int { a + shown(x) })
}
fn main(n :: Int) -> [io] Int { loop(n, 0) + tree(n / 40) + folded(n) }
'''


@pytest.fixture(scope='module')
def effects(tmpdir_factory):
    path = tmpdir_factory.mktemp('limit').join('effects.lex')
    path.write(EFFECTS)
    return str(path)


def test_random_limits_with_effects(mode, effects):
    """What was printed, too."""
    require(MODES['nojit'][0])
    source = random.Random(4)
    for _ in range(40):
        limit = source.randrange(1, 20000)
        assert (stopped(mode, effects, 'main', [400], limit) ==
                stopped('nojit', effects, 'main', [400], limit))


@pytest.mark.parametrize('row', LARGE, ids=lambda row: '%s-%d' % (
    row['file'], row['steps']))
def test_random_limits_of_large_programs(mode, row):
    require(MODES['nojit'][0])
    source = random.Random(row['steps'])
    path = os.path.join(PROGRAMS, 'golden', row['file'])
    for _ in range(5):
        limit = source.randrange(1, row['steps'] - 1)
        outcome = stopped(mode, path, row['fn'], row['args'], limit)
        assert outcome.stderr.endswith('(%d > %d)\n' % (limit + 1, limit))
        assert outcome == stopped('nojit', path, row['fn'], row['args'], limit)


def test_recursion_that_the_memo_gives_up(mode):
    """fib(64) probes 64 different arguments before the first hit."""
    path = os.path.join(PROGRAMS, 'golden', 'fib.lex')
    outcome = run(mode, ['--memo-stats', '--max-steps', '10000000', path, 'fib', '64'])
    assert outcome.stderr.endswith(
        'error: runtime: runtime panic: step limit exceeded in `fib` '
        '(10000001 > 10000000)\n')
    assert 'memo: 0 hits, 64 misses, ' in outcome.stderr
