"""Floats in compiled code (docs/toolchain.rst, "Floats"): comparisons where one is NaN,
and values that look alike to a comparison: 0.0 and -0.0, NaN and anything."""

import itertools
import json
import math
import operator

import pytest

from tests.native.program import run

ROUNDS = 5000
OPERATORS = ['<', '<=', '>', '>=', '==', '!=']
FUNCTIONS = {'<': operator.lt, '<=': operator.le, '>': operator.gt, '>=': operator.ge,
             '==': operator.eq, '!=': operator.ne}
NAN = float('nan')
INFINITY = float('inf')
NUMBERS = {'2.0': 2.0, '1.0': 1.0, '(0.0 / 0.0)': NAN, '0.0': 0.0, '-0.0': -0.0,
           '(1.0 / 0.0)': INFINITY}


def answers(mode, tmpdir, source):
    path = tmpdir.join('program.lex')
    path.write(source)
    outcome = run(mode, ['--max-steps', '0', '--allow-effects', 'io', str(path), 'main'])
    assert (outcome.stderr, outcome.code) == ('', 0), source
    return json.loads(outcome.stdout)


COMPARING = '''
fn f%(number)d(n :: Int, a :: Float, b :: Float, r :: Int) -> Int {
  if n == 0 { r } else {
    if a %(first)s b { f%(number)d(n - 1, a, b, 1) } else {
      if %(second)s { f%(number)d(n - 1, a, b, 2) } else { f%(number)d(n - 1, a, b, 3) }
    }
  }
}
fn g%(number)d() -> List[Int] {
  [f%(number)d(%(rounds)d, 2.0, 1.0, 0), f%(number)d(%(rounds)d, 1.0, 2.0, 0),
   f%(number)d(%(rounds)d, 1.0, 0.0 / 0.0, 0), f%(number)d(%(rounds)d, 0.0 / 0.0, 1.0, 0)]
}
'''


def compared(first, second, is_swapped, a, b):
    if FUNCTIONS[first](a, b):
        return 1
    if FUNCTIONS[second](*((b, a) if is_swapped else (a, b))):
        return 2
    return 3


@pytest.mark.parametrize('first', OPERATORS)
def test_a_comparison_says_nothing_of_others_with_nan(mode, tmpdir, first):
    cases = list(itertools.product(OPERATORS, [False, True]))
    source, expected = '', []
    for number, (second, is_swapped) in enumerate(cases):
        test = ('b %s a' if is_swapped else 'a %s b') % second
        source += COMPARING % {'number': number, 'first': first, 'second': test,
                               'rounds': ROUNDS}
        expected.append([compared(first, second, is_swapped, a, b)
                         for a, b in [(2.0, 1.0), (1.0, 2.0), (1.0, NAN), (NAN, 1.0)]])
    source += 'fn main() -> List[List[Int]] { [%s] }\n' % ', '.join(
        ['g%d()' % i for i in range(len(cases))])
    assert answers(mode, tmpdir, source) == expected


# The result of the pure function is kept for memoisation, so it is an object that
# compiled code knows the Float of.
ALTERNATING = '''
import "std.int" as int
fn describe(x :: Float) -> Float {
  if x == x {
    if x == 0.0 { if 1.0 / x > 0.0 { 2.0 } else { 3.0 } } else { if x > 1.0e9 { 5.0 } else { x } }
  } else { 7.0 }
}
fn choose(k :: Int, z :: Float) -> Float { if k %% 5 < 1 { %(rare)s } else { %(usual)s } }
fn go(n :: Int, z :: Float, x :: Float, s :: Float) -> [io] Float {
  if n == 0 { s } else { go(n - 1, z, choose(n, z), s * 0.5 + describe(x)) }
}
fn main() -> [io] Float { go(%(rounds)d, %(z)s, choose(1, %(z)s) + choose(1, %(z)s), 0.0) }
'''


def described(x):
    if x != x:
        return 7.0
    if x == 0.0:
        return 2.0 if math.copysign(1.0, x) > 0.0 else 3.0
    return 5.0 if x > 1.0e9 else x


def alternating(rare, usual, z, rounds):
    x, s = usual + usual, 0.0
    for n in range(rounds, 0, -1):
        x, s = (rare(z, n) if n % 5 < 1 else usual), s * 0.5 + described(x)
    return s


PAIRS = list(itertools.permutations(sorted(NUMBERS), 2))


@pytest.mark.parametrize('rare, usual', PAIRS)
def test_one_of_two_constants(mode, tmpdir, rare, usual):
    source = ALTERNATING % {'rare': rare, 'usual': usual, 'z': '0.0', 'rounds': 9000}
    expected = alternating(lambda z, n: NUMBERS[rare], NUMBERS[usual], 0.0, 9000)
    assert answers(mode, tmpdir, source) == expected


@pytest.mark.parametrize('z, usual', PAIRS)
def test_constant_or_computed(mode, tmpdir, z, usual):
    source = ALTERNATING % {'rare': 'z * int.to_float(k)', 'usual': usual, 'z': z,
                            'rounds': 9000}
    expected = alternating(lambda z, n: z * n, NUMBERS[usual], NUMBERS[z], 9000)
    assert answers(mode, tmpdir, source) == expected


# Memoisation tells NaNs of different signs apart, and steps tell what was memoised.
SIGNS = '''
fn memoised(x :: Float, n :: Int) -> Int { if x == x { n } else { n + 1 } }
fn go(n :: Int, x :: Float, y :: Float, s :: Int) -> [io] Int {
  if n == 0 { s } else { go(n - 1, x, y, s + memoised(%s, 3)) }
}
fn main() -> [io] Int {
  go(9000, %s, memoised(0.0 / 0.0, 3) + memoised(0.0 / 0.0, 3))
}
'''
NANS = ['0.0 / 0.0, -(0.0 / 0.0)', '-(0.0 / 0.0), 0.0 / 0.0']
# Steps with the first and with the second of NANS, without a JIT.
STEPS = {
    'x * -1.0': (234045, 234060), '-1.0 * x': (234045, 234060),
    'x / -1.0': (234045, 234060),
    'if x * y == 1.5 { 0.0 } else { y * x }': (360060, 360045)}


@pytest.mark.parametrize('index', range(2))
@pytest.mark.parametrize('expression', sorted(STEPS))
def test_sign_of_nan(mode, tmpdir, expression, index):
    path = tmpdir.join('program.lex')
    path.write(SIGNS % (expression, NANS[index]))
    steps = STEPS[expression][index]
    flags = ['--allow-effects', 'io', str(path), 'main']
    outcome = run(mode, ['--max-steps', str(steps)] + flags)
    assert (outcome.stdout, outcome.stderr, outcome.code) == ('36008\n', '', 0)
    outcome = run(mode, ['--max-steps', str(steps - 1)] + flags)
    assert outcome.code == 1
