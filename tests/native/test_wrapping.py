"""Arithmetic that this RPython's JIT would miscompile, were it done on raw ints.

Each case is a loop that first gets compiled for a harmless number, then meets one whose
result wraps around.  The optimizer must not conclude from the wrapped result what only
holds without wrapping.
"""

import collections
import json

import pytest

from tests.native.program import run

MAX = 2 ** 63 - 1
MIN = -2 ** 63
ROUNDS = 6000

LOOP = '''
fn go(n :: Int, limit :: Int, first :: Int, second :: Int, acc :: Int) -> Int {
  if n == 0 {
    acc
  } else {
    let a := if n > limit { first } else { second }
    let k := %s
    go(n - 1, limit, first, second, acc + k)
  }
}
'''

# Text of the Int that one round adds; numbers with the value it must have.
Case = collections.namedtuple('Case', 'body harmless wrapping')

CASES = {
    # (1 + 2**62) * 12 wraps to 12.
    'product': Case('{ let x := a * 12 if x == 12 { if a == 1 { 1 } else { 2 } } '
                    'else { 3 } }', (1, 1), (2 ** 62 + 1, 2)),
    'product of two factors': Case(
        '{ let x := a * 12 if x == 12 { if a == 1 { 1 } else { 2 } } else { 3 } }',
        (5, 3), (-2 ** 62 + 1, 2)),
    # A product with a power of two becomes a shift in compiled code.
    'shift': Case('{ let x := a * 4 if x == 4 { if a == 1 { 1 } else { 2 } } '
                  'else { 3 } }', (1, 1), (2 ** 62 + 1, 2)),
    'sum above a bound': Case(
        'if a > 5 { let b := a + 1 if b > 5 { 1 } else { 2 } } else { 3 }',
        (7, 1), (MAX, 2)),
    'difference below a bound': Case(
        'if a < -5 { let b := a - 1 if b < -5 { 1 } else { 2 } } else { 3 }',
        (-7, 1), (MIN, 2)),
    'same sum twice': Case(
        '{ let x := a + 1 let y := a + 1 if y < a { if x == y { 2 } else { 4 } } '
        'else { 1 } }', (7, 1), (MAX, 2)),
    'sum, then difference': Case(
        '{ let b := a + 1 if b - 1 == a { if b > a { 1 } else { 2 } } else { 3 } }',
        (7, 1), (MAX, 2)),
    'bound from the sum': Case(
        '{ let b := a + 10 if b < 5 { if a < 5 { 1 } else { 2 } } else { 3 } }',
        (-20, 1), (MAX - 2, 2)),
    'negation': Case(
        'if a < 0 { let b := 0 - a if b > 0 { 1 } else { 2 } } else { 3 }',
        (-7, 1), (MIN, 2)),
    'unary minus': Case(
        'if a < 0 { let b := -a if b > 0 { 1 } else { 2 } } else { 3 }',
        (-7, 1), (MIN, 2)),
    'quotient by minus one': Case(
        'if a < 0 { let b := a / -1 if b > 0 { 1 } else { 2 } } else { 3 }',
        (-7, 1), (MIN, 2)),
    'remainder by minus one': Case(
        '{ let b := a % -1 if b == 0 { if a < -100 { 2 } else { 1 } } else { 3 } }',
        (-7, 1), (MIN, 2)),
}


def call(mode, path, function, arguments):
    outcome = run(mode, ['--max-steps', '0', str(path), function] +
                  [json.dumps(argument) for argument in arguments])
    assert outcome.stderr == ''
    assert outcome.code == 0
    return json.loads(outcome.stdout)


@pytest.mark.parametrize('order', ['harmless first', 'wrapping first'])
@pytest.mark.parametrize('name', sorted(CASES))
def test_compiled_for_one_number_run_with_another(name, order, mode, tmpdir):
    case = CASES[name]
    first, second = case.harmless, case.wrapping
    if order == 'wrapping first':
        first, second = second, first
    path = tmpdir.join('wrap.lex')
    path.write(LOOP % case.body)
    half = ROUNDS // 2
    result = call(mode, path, 'go', [ROUNDS, half, first[0], second[0], 0])
    assert result == half * first[1] + half * second[1]


GENERATOR = '''
fn next(n :: Int, state :: Int, total :: Int) -> Int {
  if n == 0 {
    total
  } else {
    let s := state * 6364136223846793005 + 1442695040888963407
    next(n - 1, s, total + s / 65536 % 1000)
  }
}
'''


def wrap(n):
    return (n + 2 ** 63) % 2 ** 64 - 2 ** 63


def truncating_quotient(a, b):
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def truncating_remainder(a, b):
    return a - b * truncating_quotient(a, b)


def test_overflow_in_every_round(mode, tmpdir):
    path = tmpdir.join('generator.lex')
    path.write(GENERATOR)
    state, total = 42, 0
    for _ in range(20000):
        state = wrap(state * 6364136223846793005 + 1442695040888963407)
        total = wrap(total + truncating_remainder(
            truncating_quotient(state, 65536), 1000))
    assert call(mode, path, 'next', [20000, 42, 0]) == total


DIVISION = '''
fn go(n :: Int, a :: Int, b :: Int, quotients :: Int, rests :: Int) -> (Int, Int) {
  if n == 0 {
    (quotients, rests)
  } else {
    go(n - 1, a, b, quotients + a / b, rests + a % b)
  }
}
'''


@pytest.mark.parametrize('a', [7, -7, MAX, MIN])
@pytest.mark.parametrize('b', [1, -1, 2, -2, 3, -3, 8, MAX, MIN])
def test_division_truncates(a, b, mode, tmpdir):
    path = tmpdir.join('division.lex')
    path.write(DIVISION)
    rounds = 3000
    assert call(mode, path, 'go', [rounds, a, b, 0, 0]) == [
        wrap(rounds * wrap(truncating_quotient(a, b))),
        wrap(rounds * truncating_remainder(a, b))]
