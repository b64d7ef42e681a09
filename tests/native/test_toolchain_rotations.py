"""Values that change places in tail calls and folds (docs/toolchain.rst, "Loops, bridges
and short preambles"): compiled code must know where each one went."""

import json

import pytest

from tests.native.aggregates import KINDS, program
from tests.native.program import run

# Enough to compile loops and the ways through them that are rare, at default thresholds.
ROUNDS = 6000


def answers(mode, tmpdir, source, *arguments):
    path = tmpdir.join('program.lex')
    path.write(source)
    outcome = run(mode, ['--max-steps', '0', str(path), 'main'] +
                  [json.dumps(argument) for argument in arguments])
    assert (outcome.stderr, outcome.code) == ('', 0), source
    return json.loads(outcome.stdout)


@pytest.mark.parametrize('seed', range(1, 5))
@pytest.mark.parametrize('kind', sorted(KINDS))
def test_values_change_places(mode, tmpdir, kind, seed):
    source, expected = program(kind, seed, 10)
    assert answers(mode, tmpdir, source, ROUNDS) == expected(ROUNDS), source


THREE_TUPLES = '''
fn go(n :: Int, total :: Int,
      d :: (Int, Int, Int), e :: (Int, Int, Int), f :: (Int, Int, Int)) -> Int {
  if n == 0 { total } else {
    match d { (a, _, _) => match e { (_, b, _) => match f { (_, c, _) =>
      go(n - 1, total + n + (b * c) / a, e, f, d) } } }
  }
}
fn main(n :: Int) -> Int { go(n, 0, (1, 1, 1), (1, 2, 3), (1, 3, 2)) }
'''


def three_tuples(n):
    total, d, e, f = 0, (1, 1, 1), (1, 2, 3), (1, 3, 2)
    while n:
        total, n, d, e, f = total + n + e[1] * f[1] // d[0], n - 1, e, f, d
    return total


def test_three_tuples(mode, tmpdir):
    assert answers(mode, tmpdir, THREE_TUPLES, 20000) == three_tuples(20000)


# Both parts are read, one is kept: it gets a second name before the loop.
KEPT_PART = '''
fn go(n :: Int, a :: Option[Str], b :: Option[Str], c :: Str) -> Str {
  if n <= 0 { c } else { go(n - 1, b, a, match a { Some(_) => match b { Some(t) => t } }) }
}
fn main(n :: Int) -> Str { go(n, Some("p"), Some("q"), "r") }
'''


@pytest.mark.parametrize('n, expected', [(8000, 'p'), (8001, 'q')])
def test_part_of_a_swapped_value(mode, tmpdir, n, expected):
    assert answers(mode, tmpdir, KEPT_PART, n) == expected
