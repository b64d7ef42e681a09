"""Known bugs of the pinned RPython (docs/building.rst), in programs that would show them:
wrong code of the optimizer, traces that are too long for their encoding, collections that
lose objects while an array is copied."""

import json

import pytest

from tests.native.program import run

ENVIRONMENTS = [
    {}, {'PYPY_GC_NURSERY': '1'},
    {'PYPY_GC_NURSERY': '16k', 'PYPY_GC_MIN': '256k', 'PYPY_GC_MAJOR_COLLECT': '1.1',
     'PYPY_GC_INCREMENT_STEP': '4k'}]


@pytest.fixture(params=ENVIRONMENTS, ids=['', 'smallest nursery', 'small steps'])
def call(request, mode, tmpdir):
    """A function that runs ``main`` of a program with arguments."""
    def call(source, *arguments):
        path = tmpdir.join('program.lex')
        path.write(source)
        outcome = run(mode, ['--max-steps', '0', str(path), 'main'] +
                      [json.dumps(argument) for argument in arguments], env=request.param)
        assert outcome.stderr == ''
        assert outcome.code == 0
        return json.loads(outcome.stdout)
    return call


# A list is appended to at its length, which varies, and read at positions that do not.
# (A write at a variable index must forget what is known of constant ones.)
WINDOW = '''
import "std.list" as list

fn at0(xs :: List[Int]) -> Int { match list.head(xs) { Some(x) => x, None => -1 } }

fn at1(xs :: List[Int]) -> Int { at0(list.tail(xs)) }

fn last(xs :: List[Int]) -> Int { at0(list.reverse(xs)) }

fn go(n :: Int, width :: Int, xs :: List[Int], acc :: Int) -> Int {
  if n == 0 {
    acc
  } else {
    let before := at0(xs) * 3 + at1(xs)
    let longer := list.concat(xs, [n % 17])
    let kept := if list.len(longer) > width { list.tail(longer) } else { longer }
    let after := at0(kept) * 7 + at1(kept) * 11 + last(kept) * 13 + at0(xs)
    go(n - 1, width, kept, (acc * 31 + before + after) % 1000003)
  }
}

fn main(n :: Int, width :: Int) -> Int { go(n, width, [], 0) }
'''


def window(n, width):
    def at(xs, i):
        return xs[i] if -len(xs) <= i < len(xs) else -1
    xs, acc = [], 0
    while n:
        before = at(xs, 0) * 3 + at(xs, 1)
        kept = (xs + [n % 17])[-width:] if len(xs) >= width else xs + [n % 17]
        after = at(kept, 0) * 7 + at(kept, 1) * 11 + at(kept, -1) * 13 + at(xs, 0)
        acc = (acc * 31 + before + after) % 1000003
        if acc < 0:
            raise ValueError
        xs = kept
        n -= 1
    return acc


@pytest.mark.parametrize('width', [1, 2, 5])
def test_reads_around_a_write_at_a_variable_index(call, width):
    assert call(WINDOW, 3000, width) == window(3000, width)


# The last element of lists that are sometimes empty.  (A read at index -1.)
LAST = '''
import "std.list" as list

fn last(xs :: List[Str]) -> Str {
  match list.head(list.reverse(xs)) { Some(x) => x, None => "none" }
}

fn go(n :: Int, xs :: List[Str], counts :: (Int, Int)) -> (Int, Int) {
  if n == 0 {
    counts
  } else {
    match counts {
      (some, none) => {
        let rest := if n % 3 == 0 { list.tail(xs) } else { xs }
        let next := if n % 5 == 0 { [] } else { list.concat(rest, ["x"]) }
        if last(next) == "none" { go(n - 1, next, (some, none + 1)) }
        else { go(n - 1, next, (some + 1, none)) }
      },
    }
  }
}

fn main(n :: Int) -> (Int, Int) { go(n, [], (0, 0)) }
'''


def test_last_element_of_lists_that_may_be_empty(call):
    assert call(LAST, 3000) == [2400, 600]


# What the loop carries changes its kind from round to round, so that the loop is entered
# in states that it was not compiled for.
KINDS = '''
import "std.list" as list

type V = I(Int) | F(Float) | S(Str) | P(V, V) | Z

fn step(v :: V, n :: Int) -> V {
  match v {
    I(i) => if n % 4 == 0 { F(0.5) } else { I(i + n) },
    F(x) => if n % 3 == 0 { S("s") } else { F(x + x) },
    S(s) => if n % 5 == 0 { Z } else { P(S(s), I(n)) },
    P(a, b) => if n % 7 == 0 { b } else { P(step(a, n), b) },
    Z => I(n),
  }
}

fn weight(v :: V) -> Int {
  match v {
    I(i) => i % 97, F(x) => 3, S(s) => 5, P(a, b) => weight(a) + 2 * weight(b) % 89, Z => 7
  }
}

fn go(n :: Int, v :: V, acc :: Int) -> Int {
  if n == 0 { acc } else { go(n - 1, step(v, n), (acc * 7 + weight(v)) % 1000003) }
}

fn main(n :: Int) -> Int { go(n, Z, 0) }
'''


def kinds(n):
    def step(v, n):
        kind = v[0]
        if kind == 'I':
            return ('F',) if n % 4 == 0 else ('I', v[1] + n)
        if kind == 'F':
            return ('S',) if n % 3 == 0 else v
        if kind == 'S':
            return ('Z',) if n % 5 == 0 else ('P', v, ('I', n))
        if kind == 'P':
            return v[2] if n % 7 == 0 else ('P', step(v[1], n), v[2])
        return ('I', n)

    def weight(v):
        if v[0] == 'I':
            return v[1] % 97
        if v[0] == 'P':
            return weight(v[1]) + 2 * weight(v[2]) % 89
        return {'F': 3, 'S': 5, 'Z': 7}[v[0]]

    v, acc = ('Z',), 0
    for i in range(n, 0, -1):
        acc = (acc * 7 + weight(v)) % 1000003
        v = step(v, i)
    return acc


def test_loop_that_is_entered_in_many_states(call):
    assert call(KINDS, 4000) == kinds(4000)


def long_function(length):
    """A function whose trace is long and has a guard at each step."""
    lines = ['fn round(x0 :: Int) -> Int {']
    for i in range(length):
        lines.append('  let x%d := if x%d %% %d == %d { x%d * 3 + %d } else { x%d / 2 + %d }' % (
            i + 1, i, i % 5 + 2, i % 2, i, i, i, 3 * i + 1))
    lines.append('  x%d %% 1000003' % length)
    lines.append('}')
    lines.append('fn go(n :: Int, x :: Int) -> Int {')
    lines.append('  if n == 0 { x } else { go(n - 1, round(x + n)) }')
    lines.append('}')
    lines.append('fn main(n :: Int) -> Int { go(n, 1) }')
    return '\n'.join(lines)


def after_long_function(length, n):
    x = 1
    for k in range(n, 0, -1):
        x += k
        for i in range(length):
            if x % (i % 5 + 2) == i % 2:
                x = x * 3 + i
            else:
                x = x // 2 + 3 * i + 1
            x = (x + 2 ** 63) % 2 ** 64 - 2 ** 63
            if x < 0:
                return None
        x %= 1000003
    return x


@pytest.mark.parametrize('length', [30, 60])
def test_long_traces_with_many_guards(call, length):
    assert after_long_function(length, 400) is not None
    assert call(long_function(length), 400) == after_long_function(length, 400)


# The new argument of the loop is always 0, which its bounds tell.  (The variable counted
# as written although it kept the value from before the loop, and steps were lost.)
ONE_VALUE = '''
fn loop(n :: Int, a :: Int, b :: Int, c :: Int) -> Int {
  if n <= 0 { c } else { loop(n - 2, b, 1, (a % 7) / 7) }
}

fn last(a :: Int, b :: Int, c :: Int, d :: Int) -> Int {
  if a <= 0 { d } else { if d < c { 1 } else { 1 } }
}

fn once(n :: Int) -> Int { last(1, 1, loop(n, 10, 2, 318), 1) }

fn main(n :: Int) -> Int { once(n) + once(n + 1) }
'''


# Steps of the reference.
@pytest.mark.parametrize('n, steps', [(70, 1735), (71, 1758), (700, 16225)])
def test_argument_whose_bounds_leave_one_value(mode, tmpdir, n, steps):
    path = tmpdir.join('program.lex')
    path.write(ONE_VALUE)
    outcome = run(mode, ['--max-steps', str(steps - 1), str(path), 'main', str(n)])
    assert (outcome.stdout, outcome.stderr, outcome.code) == ('2\n', '', 0)
    outcome = run(mode, ['--max-steps', str(steps - 2), str(path), 'main', str(n)])
    assert outcome.code == 1
    assert outcome.stderr.endswith('(%d > %d)\n' % (steps - 1, steps - 2))


# Large old lists of references are copied while the collector is in the middle of a
# collection; every element has to survive in every copy.
COPIES = '''
import "std.list" as list

type Box = Box(Int, List[Int])

fn content(b :: Box) -> Int { match b { Box(n, xs) => n + list.len(xs) } }

fn sum(xs :: List[Box]) -> Int {
  list.fold(xs, 0, fn (a :: Int, b :: Box) -> Int { a + content(b) })
}

fn boxes(n :: Int) -> List[Box] {
  list.map(list.range(0, n), fn (i :: Int) -> Box { Box(i, [i, i]) })
}

fn go(n :: Int, old :: List[Box], kept :: List[List[Box]], acc :: Int) -> Int {
  if n == 0 {
    list.fold(kept, acc + sum(old), fn (a :: Int, xs :: List[Box]) -> Int { a + sum(xs) })
  } else {
    let front := list.cons(Box(n, []), old)
    let back := list.reverse(front)
    let both := list.concat(back, front)
    let newer := if list.len(kept) > 3 { list.tail(kept) } else { kept }
    go(n - 1, list.tail(front), list.concat(newer, [both]), (acc + sum(both)) % 1000003)
  }
}

fn main(size :: Int, rounds :: Int) -> Int { go(rounds, boxes(size), [], 0) }
'''


def copies(size, rounds):
    base = sum(i + 2 for i in range(size))
    acc, kept = 0, []
    for n in range(rounds, 0, -1):
        both = 2 * (base + n)
        kept = kept[-3:] + [both] if len(kept) > 3 else kept + [both]
        acc = (acc + both) % 1000003
    return sum(kept) + acc + base


def test_copies_of_large_lists(call):
    assert call(COPIES, 3000, 30) == copies(3000, 30)
