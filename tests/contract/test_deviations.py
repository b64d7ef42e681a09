"""Programs on which LexVM differs from the reference on purpose, one test for
each row of docs/compatibility.rst."""

import pytest

from tests.machine.support import (
    call, fails, outcome, printed, run, session_of)


def test_let_in_a_block_is_local_to_it():
    source = '''
fn leak(n :: Int) -> Int {
  let y := {
    let n := 100
    n + 1
  }
  n + y
}
'''
    assert run(source, 'leak', 1) == 102


def test_pattern_variable_hides_the_class_of_a_parameter():
    source = '''
fn stale(n :: Int, s :: Option[Str]) -> Str { match s { Some(n) => n + n, None => "" } }
'''
    some = {'$variant': 'Some', 'args': ['ab']}
    assert run(source, 'stale', 1, some) == 'abab'


@pytest.mark.parametrize('body, result', [
    ('(1, 2) == (1, 2)', True),
    ('(1, 2) != (1, 2)', False),
    ('{ x: 1 } == { x: 1 }', True),
    ('{ x: 1, y: 2 } == { y: 2, x: 1 }', True),
    ('((1, 2), 3) == ((1, 2), 4)', False),
])
def test_aggregates_are_compared_by_structure(body, result):
    assert run('fn f() -> Bool { %s }' % body, 'f') is result


def test_inner_aggregate_outlives_the_outer_one():
    source = '''
fn of_record() -> { a :: Int } {
  let o := { inner: { a: 1 }, z: 2 }
  o.inner
}
fn of_tuple() -> { a :: Int } { match ({ a: 7 }, 2) { (r, _) => r } }
'''
    assert run(source, 'of_record') == {'a': 1}
    assert run(source, 'of_tuple') == {'a': 7}


def test_local_closure_hides_a_function():
    source = '''
fn g(n :: Int) -> Int { n + 1 }
fn apply(g :: (Int) -> Int) -> Int { g(1) }
fn f() -> Int { apply(fn (n :: Int) -> Int { n * 50 }) }
'''
    assert run(source, 'f') == 50


def test_local_hides_a_module():
    source = '''
import "std.list" as list
fn apply(list :: { len :: (Int) -> Int }) -> Int { list.len(4) }
fn f() -> Int { apply({ len: fn (n :: Int) -> Int { n * 9 } }) }
'''
    assert run(source, 'f') == 36


def test_open_effect_row_is_not_memoised():
    source = '''
import "std.io" as io
fn open[E](f :: (Int) -> [| E] Int, n :: Int) -> [| E] Int { f(n) }
fn say(n :: Int) -> [io] Int {
  let _ := io.print("side")
  n
}
fn twice() -> [io] Int { open(say, 1) + open(say, 1) }
'''
    session = session_of(source)
    assert call(session, 'twice') == 2
    assert printed(session) == 'side\nside\n'


def test_failed_call_gives_its_frames_back():
    source = '''
fn deep(n :: Int) -> Int { match n { 0 => 1 / n, _ => 1 + deep(n - 1) } }
fn fine(n :: Int) -> Int { match n { 0 => 0, _ => 1 + fine(n - 1) } }
'''
    session = session_of(source)
    assert outcome(session, 'deep', [1000]) == {'error': 'integer division by zero'}
    assert call(session, 'fine', 1023) == 1023


def test_bytes_literals_have_their_bytes():
    source = '''
import "std.bytes" as bytes
fn size() -> Int { bytes.len(b"hello") }
fn same() -> Bool { b"a" == b"b" }
'''
    assert run(source, 'size') == 5
    assert run(source, 'same') is False


def test_folded_match_respects_the_order_of_arms():
    source = 'fn f() -> Str { match 5 { k => "var", 5 => "lit" } }'
    assert run(source, 'f') == 'var'


def test_fields_are_read_by_name():
    source = '''
fn sum(p :: { x :: Int, y :: Int }) -> Int { p.x * 10 + p.y }
fn f() -> List[Int] { [sum({ x: 1, y: 2 }), sum({ y: 2, x: 1 })] }
'''
    assert run(source, 'f') == [12, 12]


def test_refinement_is_not_checked_through_a_value():
    source = '''
fn positive(n :: Int{x | x > 0}) -> Int { n }
fn bypass(n :: Int) -> Int {
  let f := positive
  f(n)
}
'''
    assert run(source, 'bypass', -5) == -5


def test_ill_typed_host_argument_is_an_error_of_the_run():
    source = 'fn f(a :: Float) -> Float { a + 1.5 }'
    assert fails(source, 'f', 2) == (
        'type mismatch at runtime: expected Float, got Int(2)')


def test_nan_keys_sort_somehow():
    source = '''
import "std.list" as list
fn f(n :: Int) -> Int {
  list.len(list.sort_by([3, 1, 2, 5, 4], fn (x :: Int) -> Float {
    if x == 2 { 0.0 / 0.0 } else { 1.5 }
  }))
}
'''
    assert run(source, 'f', 0) == 5


def test_both_operands_are_always_evaluated():
    source = 'fn f(n :: Int) -> Bool { n != 0 and 10 / n > 1 }'
    assert fails(source, 'f', 0) == 'integer division by zero'


def test_fields_are_evaluated_in_the_order_of_their_names():
    source = '''
import "std.io" as io
fn say(s :: Str) -> [io] Str {
  let _ := io.print(s)
  s
}
fn f() -> [io] { a :: Str, b :: Str } { { b: say("b"), a: say("a") } }
'''
    session = session_of(source)
    call(session, 'f')
    assert printed(session) == 'a\nb\n'


def test_standard_operations_are_values():
    source = '''
import "std.list" as list
import "std.int" as int
fn length(n :: Int) -> Int {
  let f := list.len
  f([n, n])
}
fn texts(n :: Int) -> List[Str] { list.map([n, 2], int.to_str) }
fn mapping(n :: Int) -> List[Int] {
  let m := list.map
  m([n, 2], fn (x :: Int) -> Int { x + 1 })
}
'''
    assert run(source, 'length', 1) == 2
    assert run(source, 'texts', 1) == ['1', '2']
    assert run(source, 'mapping', 1) == [2, 3]


def test_missing_arm_is_a_failure_of_the_run():
    source = 'fn f(b :: Bool) -> Int { match b { true => 1 } }'
    assert fails(source, 'f', False) == 'runtime panic: non-exhaustive match'
