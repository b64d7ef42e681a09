"""Texts of run-time errors.  Arguments from the host are not type checked,
which lets ill-typed values reach every instruction."""

import pytest

from interpreter.objects.errors import DivByZero, Panic, TypeMismatch
from tests.machine.support import call, fails, fresh_session_of, outcome

MISMATCH = 'type mismatch at runtime: '

SOURCE = '''
import "std.list" as list
import "std.iter" as iter
import "std.map" as map
type P = { x :: Int, y :: Int }
fn add(a :: Int, b :: Int) -> Int { a + b }
fn inc(a :: Int) -> Int { a + 1 }
fn div(a :: Int, b :: Int) -> Int { a / b }
fn mod(a :: Int, b :: Int) -> Int { a % b }
fn fadd(a :: Float, b :: Float) -> Float { a + b }
fn generic(a :: Int, b :: Int) -> Int { match a { c => c + b } }
fn generic_less(a :: Int, b :: Int) -> Bool { match a { c => c < b } }
fn neg(a :: Int) -> Int { -a }
fn both(a :: Bool, b :: Bool) -> Bool { a and b }
fn invert(a :: Bool) -> Bool { not a }
fn first(p :: (Int, Int)) -> Int { match p { (a, _) => a } }
fn third(p :: (Int, Int, Int)) -> Int { match p { (_, _, c) => c } }
fn some(o :: Option[Int]) -> Int { match o { Some(n) => n, None => 0 } }
fn pair_of(o :: Option[Int]) -> Int { match o { Some(n) => n + 1, _ => 0 } }
fn branch(b :: Bool) -> Int { if b { 1 } else { 2 } }
fn field(p :: P) -> Int { p.x }
fn added_field(p :: P, n :: Int) -> Int { n + p.x }
fn field_of(ps :: List[P]) -> Int { list.fold(ps, 0, fn (a :: Int, p :: P) -> Int { a + p.x }) }
fn apply(f :: (Int) -> Int) -> Int { f(1) }
fn mapped(xs :: List[Int]) -> List[Int] { list.map(xs, inc) }
fn map_by(f :: (Int) -> Int) -> List[Int] { list.map([1], f) }
fn fold_by(f :: (Int, Int) -> Int) -> Int { list.fold([1], 0, f) }
fn filter_with(x :: Bool) -> List[Int] { list.filter([1], fn (n :: Int) -> Bool { x }) }
fn sorted(xs :: List[Int]) -> List[Int] { list.sort_by(xs, inc) }
fn par(xs :: List[Int]) -> List[Int] { list.par_map(xs, inc) }
fn text(s :: Str) -> Int { match s { "a" => 1, _ => 2 } }
fn only_one(n :: Int) -> Int { match n { 1 => 2 } }
fn count(it :: Iter[Int]) -> Int { iter.count(it) }
fn wrap(n :: Int) -> Int { n }
'''


def error(name, *args):
    return fails(SOURCE, name, *args)


@pytest.mark.parametrize('name, args, text', [
    ('div', (1, 0), 'integer division by zero'),
    ('mod', (1, 0), 'integer modulo by zero'),
    ('only_one', (3,), 'runtime panic: non-exhaustive match'),
    ('branch', (1,), 'runtime panic: non-exhaustive match'),
    ('nosuch', (), 'runtime panic: no function `nosuch`'),
    ('wrap', (), 'runtime panic: arity mismatch calling wrap'),
    ('wrap', (1, 2), 'runtime panic: arity mismatch calling wrap'),
    ('field', (3,), MISMATCH + 'LoadLocalGetField on non-record: Int(3)'),
    ('field', ({},), MISMATCH + 'missing field `x`'),
    ('added_field', (3, 1),
     MISMATCH + 'LoadLocalGetFieldAdd on non-record: Int(3)'),
    ('field_of', ([7],), MISMATCH + 'LoadLocalGetField on non-record: Int(7)'),
    ('first', ([1, 2],),
     MISMATCH + 'GetElem on non-tuple: List([Int(1), Int(2)])'),
    ('some', (3,), MISMATCH + 'TestVariant on non-variant: Int(3)'),
    ('some', ({'$variant': 'Some', 'args': []},),
     MISMATCH + 'variant arg index oob'),
    ('some', ({'$variant': 'Other', 'args': []},),
     'runtime panic: non-exhaustive match'),
    ('apply', (4,), MISMATCH + 'CallClosure on non-closure: Int(4)'),
    ('mapped', (4,), MISMATCH + 'ListMap requires a List, got: Int(4)'),
    ('map_by', (4,), MISMATCH + 'ListMap requires a closure, got: Int(4)'),
    ('fold_by', (4,), MISMATCH + 'ListFold requires a closure, got: Int(4)'),
    ('sorted', ('s',), MISMATCH + 'SortByKey requires a List, got: Str("s")'),
    ('par', ({},), MISMATCH + 'ParallelMap requires a List, got: '
     'Record { shape_id: '),
    ('generic', (1, 'x'), MISMATCH + 'Num op: Int(1) Str("x")'),
    ('generic', (1.5, 1), MISMATCH + 'Num op: Float(1.5) Int(1)'),
    ('generic_less', ([], 1), MISMATCH + 'Num op: List([]) Int(1)'),
    ('neg', ('x',), MISMATCH + 'NumNeg on Str("x")'),
    ('count', ({'$variant': '__IterLazy', 'args': [1, 2]},),
     MISMATCH + 'GetListLen on non-list: Int(1)'),
])
def test_text(name, args, text):
    assert error(name, *args).startswith(text)


@pytest.mark.parametrize('name, args, text', [
    ('add', ('x', 1), 'expected Int, got Str("x")'),
    ('add', (1, 1.5), 'expected Int, got Float(1.5)'),
    ('inc', (None,), 'expected Int, got Unit'),
    ('div', (1, 'x'), 'expected Int, got Str("x")'),
    ('fadd', (2, 1.5), 'expected Float, got Int(2)'),
    ('both', (1, True), 'expected Bool, got Int(1)'),
    ('both', (False, 1), 'expected Bool, got Int(1)'),
    ('invert', ('x',), 'expected Bool, got Str("x")'),
    ('filter_with', (1,), 'expected Bool, got Int(1)'),
    ('text', (1,), 'expected Str, got Int(1)'),
    ('only_one', ('x',), 'expected Int, got Str("x")'),
])
def test_wrong_operands_are_errors_of_the_run(name, args, text):
    """The reference aborts the process here."""
    assert error(name, *args) == MISMATCH + text


def test_bool_is_not_int():
    assert error('inc', True) == MISMATCH + 'expected Int, got Bool(true)'


def test_division_by_zero_looks_at_the_divisor_first():
    assert error('div', 'x', 0) in ('integer division by zero',
                                    MISMATCH + 'expected Int, got Str("x")')


def test_min_by_minus_one():
    session = fresh_session_of(SOURCE)
    lowest = -2 ** 63
    assert call(session, 'div', lowest, -1) == lowest
    assert call(session, 'mod', lowest, -1) == 0


def test_the_machine_goes_on_after_an_error():
    session = fresh_session_of(SOURCE)
    assert 'error' in outcome(session, 'div', [1, 0])
    assert call(session, 'div', 7, 2) == 3


@pytest.mark.parametrize('error, text', [
    (Panic('a "b"'), 'Panic("a \\"b\\"")'),
    (TypeMismatch('x'), 'TypeMismatch("x")'),
    (DivByZero('division'), 'DivByZero { op: "division" }'),
])
def test_debug_texts(error, text):
    assert error.debug() == text
