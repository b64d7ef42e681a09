"""The limit of 1024 frames, and what does not need a frame."""

import pytest

from interpreter.objects.errors import CallStackOverflow
from tests.machine.support import call, failure, fresh_session_of

OVERFLOW = 'call stack overflow: recursion depth exceeded (1024)'

SOURCE = '''
import "std.list" as list
fn deep(n :: Int) -> Int { match n { 0 => 0, _ => 1 + deep(n - 1) } }
fn endless(n :: Int) -> Int { 1 + endless(n + 1) }
fn nest(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => list.fold(list.map([n], fn (x :: Int) -> Int { 1 + nest(x - 1) }), 0,
                   fn (a :: Int, x :: Int) -> Int { a + x }),
  }
}
fn through_closures(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => (fn (m :: Int) -> Int { 1 + through_closures(m) })(n - 1),
  }
}
fn leaf(n :: Int) -> Int { n * 2 }
fn leaf_at(n :: Int) -> Int { match n { 0 => 0 + leaf(5), _ => 0 + leaf_at(n - 1) } }
fn warm(n :: Int) -> Int { leaf(5) + leaf(5) }
fn sum_to(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => sum_to(n - 1, acc + n) } }
fn even(n :: Int) -> Bool { match n { 0 => true, _ => odd(n - 1) } }
fn odd(n :: Int) -> Bool { match n { 0 => false, _ => even(n - 1) } }
fn wide(n :: Int) -> Int {
  let a := n + 1
  let b := a + 1
  match n { 0 => b, _ => narrow(n - 1) }
}
fn narrow(n :: Int) -> Int { match n { 0 => 0, _ => wide(n - 1) } }
fn spin_then_leave(n :: Int) -> Int {
  match n { 0 => sum_to(2000, 0), _ => spin_then_leave(n - 1) }
}
fn tail_in_depth(n :: Int) -> Int {
  match n { 0 => spin_then_leave(50), _ => 0 + tail_in_depth(n - 1) }
}
'''


def test_deepest_call():
    assert call(fresh_session_of(SOURCE, 0), 'deep', 1023) == 1023


def test_one_call_too_deep():
    session = fresh_session_of(SOURCE, 0)
    assert failure(session, 'deep', 1024) == OVERFLOW


def test_endless_recursion_is_a_clean_error():
    session = fresh_session_of(SOURCE, 0)
    with pytest.raises(CallStackOverflow) as e:
        call(session, 'endless', 0)
    assert e.value.debug() == 'CallStackOverflow(1024)'


def test_closures_run_by_list_instructions_count():
    assert call(fresh_session_of(SOURCE, 0), 'nest', 511) == 511


def test_closures_run_by_list_instructions_overflow():
    assert failure(fresh_session_of(SOURCE, 0), 'nest', 512) == OVERFLOW


def test_called_closures_count():
    assert call(fresh_session_of(SOURCE, 0), 'through_closures', 511) == 511


def test_called_closures_overflow():
    assert failure(fresh_session_of(SOURCE, 0), 'through_closures', 512) == OVERFLOW


def test_memo_hit_needs_no_frame():
    session = fresh_session_of(SOURCE, 0)
    assert failure(session, 'leaf_at', 1023) == OVERFLOW
    assert call(session, 'warm', 0) == 20
    assert call(session, 'leaf_at', 1023) == 10


def test_an_error_gives_the_depth_back():
    session = fresh_session_of(SOURCE, 0)
    assert failure(session, 'deep', 2000) == OVERFLOW
    assert call(session, 'deep', 1023) == 1023


def test_self_tail_calls_need_no_depth():
    assert call(fresh_session_of(SOURCE, 0), 'sum_to', 20000, 0) == 200010000


def test_mutual_tail_calls_need_no_depth():
    assert call(fresh_session_of(SOURCE, 0), 'even', 10000) is True


def test_tail_calls_between_frames_of_unequal_size():
    assert call(fresh_session_of(SOURCE, 0), 'wide', 3000) == 2


def test_tail_calls_at_the_last_frame():
    assert call(fresh_session_of(SOURCE, 0), 'tail_in_depth', 1023) == 2001000
