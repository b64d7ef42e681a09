"""Depth, memory and the collector: limits of the machine that programs must not meet."""

import json

import pytest

from tests.native.program import MODES, execute

OVERFLOW = ('error: runtime: call stack overflow: '
            'recursion depth exceeded (1024)\n')

PROGRAM = '''
import "std.list" as list

type Nest = Leaf | Node(Nest)

fn depth(n :: Int) -> Int { if n == 0 { 0 } else { 1 + depth(n - 1) } }

# Each level is a call, a loop of the machine, and a call of a closure.
fn mapped(n :: Int) -> Int {
  if n == 0 {
    0
  } else {
    list.fold(list.map([n - 1], fn (m :: Int) -> Int { mapped(m) }), 1,
              fn (a :: Int, b :: Int) -> Int { a + b })
  }
}

fn nest(n :: Int, inner :: Nest) -> Nest {
  if n == 0 { inner } else { nest(n - 1, Node(inner)) }
}

fn same(n :: Int) -> Bool { nest(n, Leaf) == nest(n, Leaf) }

fn unnest(n :: Nest, depth :: Int) -> Int {
  match n { Leaf => depth, Node(inner) => unnest(inner, depth + 1) }
}

fn there_and_back(n :: Int) -> Int { unnest(nest(n, Leaf), 0) }

fn chain(n :: Int, xs :: List[Int]) -> Int {
  if n == 0 {
    list.fold(xs, 0, fn (a :: Int, b :: Int) -> Int { a + b })
  } else {
    chain(n - 1, list.map(list.concat(xs, [n]), fn (x :: Int) -> Int { x + 1 }))
  }
}
'''


@pytest.fixture
def call(mode, tmpdir):
    """A function that runs a function of PROGRAM in a mode."""
    path = tmpdir.join('limits.lex')
    path.write(PROGRAM)
    name, flags = MODES[mode]

    def call(function, *arguments, **options):
        return execute(name, ['run', '--max-steps', '0'] + flags +
                       [str(path), function] + [json.dumps(a) for a in arguments],
                       **options)
    return call


def assert_result(outcome, expected):
    assert outcome.stderr == ''
    assert json.loads(outcome.stdout) == expected
    assert outcome.code == 0


def test_deepest_recursion(call):
    assert_result(call('depth', 1023), 1023)


@pytest.mark.parametrize('n', [1024, 5000, 10 ** 9])
def test_deeper_recursion(call, n):
    outcome = call('depth', n)
    assert outcome == ('', OVERFLOW, 1)


def test_recursion_through_loops_of_the_machine(call):
    assert_result(call('mapped', 511), 511)
    outcome = call('mapped', 5000)
    assert outcome == ('', OVERFLOW, 1)


def test_deep_values(call):
    assert_result(call('there_and_back', 1000000), 1000000)
    assert_result(call('same', 1000000), True)


def test_deep_result(call):
    outcome = call('nest', 200000, {'$variant': 'Leaf', 'args': []})
    assert outcome.stderr == ''
    assert outcome.code == 0
    assert outcome.stdout.count('"Node"') == 200000


@pytest.mark.parametrize('environment', [
    {'PYPY_GC_NURSERY': '1'},
    {'PYPY_GC_NURSERY': '32k', 'PYPY_GC_INCREMENT_STEP': '4k'}],
    ids=['smallest nursery', 'small steps'])
def test_collections_at_all_times(call, environment):
    rounds = 300
    expected = sum(n + n for n in range(1, rounds + 1))
    assert_result(call('chain', rounds, [], env=environment), expected)
