"""What the idioms of programs cost: operations for n and for 2n elements.

An operation is a line of interpreter/objects or interpreter/stdlib that is executed,
or eight bytes of text that are copied.  Quadratic cost makes the second count four
times the first.
"""

import os
import sys

import pytest

from interpreter.objects import text
from interpreter.objects.json_reader import from_json
from tests.machine.support import fresh_session_of

FOLDERS = (os.path.join('interpreter', 'objects'), os.path.join('interpreter', 'stdlib'))
N = 300
# 2 * log(2n) / log(n) for n = 300 is 2.24.
LINEARITHMIC = 2.5

SOURCE = '''
import "std.deque" as deque
import "std.int" as int
import "std.iter" as iter
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str

fn scattered(i :: Int) -> Int { (i * 7919 + 104729) % 100003 }
fn numbers(n :: Int) -> List[Int] {
  list.map(list.range(0, n), fn (x :: Int) -> Int { scattered(x) })
}

fn append(n :: Int) -> List[Int] {
  list.fold(list.range(0, n), [], fn (acc :: List[Int], x :: Int) -> List[Int] {
    list.concat(acc, [x]) })
}
fn prepend(n :: Int) -> List[Int] {
  list.fold(list.range(0, n), [], fn (acc :: List[Int], x :: Int) -> List[Int] {
    list.cons(x, acc) })
}
fn append_texts(n :: Int) -> List[Str] {
  list.fold(list.range(0, n), [], fn (acc :: List[Str], x :: Int) -> List[Str] {
    list.concat(acc, [int.to_str(x)]) })
}
fn both_ends(n :: Int) -> List[Int] {
  list.fold(list.range(0, n), [], fn (acc :: List[Int], x :: Int) -> List[Int] {
    list.cons(x, list.concat(acc, [x])) })
}
fn concat_blocks(n :: Int) -> List[Int] {
  list.fold(list.range(0, n / 10), [], fn (acc :: List[Int], x :: Int) -> List[Int] {
    list.concat(acc, list.range(0, 10)) })
}
fn sum(xs :: List[Int], acc :: Int) -> Int {
  match list.head(xs) { None => acc, Some(x) => sum(list.tail(xs), acc + x) }
}
fn walk(n :: Int) -> Int { sum(numbers(n), 0) }
fn walk_appended(n :: Int) -> Int { sum(append(n), 0) }
fn push_and_pop(xs :: List[Int], n :: Int) -> Int {
  match n {
    0 => list.len(xs),
    _ => push_and_pop(list.tail(list.cons(n, list.cons(n, xs))), n - 1)
  }
}
fn stack(n :: Int) -> Int { push_and_pop([], n) }
fn rotate(xs :: List[Int], n :: Int) -> Int {
  match n {
    0 => list.len(xs),
    _ => rotate(list.concat(list.tail(xs), [option.unwrap_or(list.head(xs), 0)]), n - 1)
  }
}
fn queue(n :: Int) -> Int { rotate(numbers(n), n) }
fn deque_rounds(n :: Int) -> Int {
  deque.size(list.fold(list.range(0, n), deque.new(),
    fn (acc :: Deque[Int], x :: Int) -> Deque[Int] {
      deque.push_front(deque.push_back(acc, x), x) }))
}
fn build(n :: Int) -> Int {
  str.len(str.trim(list.fold(list.range(0, n), "", fn (acc :: Str, x :: Int) -> Str {
    str.concat(acc, int.to_str(x)) })))
}
fn build_in_front(n :: Int) -> Int {
  str.len(str.trim(list.fold(list.range(0, n), "", fn (acc :: Str, x :: Int) -> Str {
    str.concat(int.to_str(x), acc) })))
}
fn join(n :: Int) -> Int {
  str.len(str.join(list.map(list.range(0, n),
                            fn (x :: Int) -> Str { int.to_str(x) }), ","))
}
fn split(n :: Int) -> Int {
  list.len(str.split(str.join(list.map(list.range(0, n),
                                       fn (x :: Int) -> Str { "ab" }), ","), ","))
}
fn map_inserts(n :: Int) -> Int {
  map.size(list.fold(list.range(0, n), map.new(),
    fn (acc :: Map[Int, Int], x :: Int) -> Map[Int, Int] {
      map.set(acc, scattered(x), x) }))
}
fn map_updates(n :: Int) -> Int {
  map.size(list.fold(list.range(0, n), map.new(),
    fn (acc :: Map[Str, Int], x :: Int) -> Map[Str, Int] {
      let key := int.to_str(scattered(x) % 97)
      map.set(acc, key, option.unwrap_or(map.get(acc, key), 0) + 1) }))
}
fn map_deletes(n :: Int) -> Int {
  let full := map.from_list(list.enumerate(numbers(n)))
  map.size(list.fold(list.range(0, n), full,
    fn (acc :: Map[Int, Int], x :: Int) -> Map[Int, Int] { map.delete(acc, x) }))
}
fn set_adds(n :: Int) -> Int {
  set.size(list.fold(list.range(0, n), set.new(),
    fn (acc :: Set[Int], x :: Int) -> Set[Int] { set.add(acc, scattered(x)) }))
}
fn set_algebra(n :: Int) -> Int {
  set.size(set.union(set.from_list(numbers(n)), set.from_list(list.range(0, n))))
}
fn group_by(n :: Int) -> Int {
  map.size(list.fold(list.range(0, n), map.new(),
    fn (acc :: Map[Int, List[Int]], x :: Int) -> Map[Int, List[Int]] {
      let key := scattered(x) % 50
      map.set(acc, key, list.concat(option.unwrap_or(map.get(acc, key), []), [x])) }))
}
fn sort(n :: Int) -> List[Int] {
  list.sort_by(numbers(n), fn (x :: Int) -> Int { x })
}
fn sort_texts(n :: Int) -> List[Int] {
  list.sort_by(numbers(n), fn (x :: Int) -> Str { int.to_str(x) })
}
fn iterate(n :: Int) -> Int {
  iter.count(iter.filter(iter.from_list(numbers(n)),
                         fn (x :: Int) -> Bool { x > 1000 }))
}
fn pull(it :: Iter[Int], acc :: Int) -> Int {
  match iter.next(it) { None => acc, Some((x, rest)) => pull(rest, acc + x) }
}
fn pull_all(n :: Int) -> Int { pull(iter.from_list(numbers(n)), 0) }

fn reversed_in_fold(n :: Int) -> List[Int] {
  list.fold(list.range(0, n), [], fn (acc :: List[Int], x :: Int) -> List[Int] {
    list.reverse(list.cons(x, acc)) })
}
fn looked_at_in_fold(n :: Int) -> Str {
  list.fold(list.range(0, n), "", fn (acc :: Str, x :: Int) -> Str {
    str.concat(str.trim(acc), "xxxxxxxx") })
}
'''

IDIOMS = [
    'append', 'prepend', 'append_texts', 'both_ends', 'concat_blocks', 'walk',
    'walk_appended', 'stack', 'queue', 'deque_rounds', 'build', 'build_in_front',
    'join', 'split', 'map_inserts', 'map_updates', 'map_deletes', 'set_adds',
    'set_algebra', 'group_by', 'sort', 'sort_texts', 'iterate', 'pull_all']


class Counter(object):
    def __init__(self):
        self.operations = 0

    def on_call(self, frame, event, argument):
        if any(folder in frame.f_code.co_filename for folder in FOLDERS):
            self.operations += 1
            return self.on_line
        return None

    def on_line(self, frame, event, argument):
        self.operations += 1
        return self.on_line


def operations(function, n, monkeypatch):
    session = fresh_session_of(SOURCE, 0)
    counter = Counter()
    make = text.W_FlatStr.__init__.im_func

    def counted(self, value):
        counter.operations += len(value) // 8
        make(self, value)

    monkeypatch.setattr(text.W_FlatStr, '__init__', counted)
    w_n = from_json(str(n))
    sys.settrace(counter.on_call)
    try:
        session.invoke(function, [w_n])
    finally:
        sys.settrace(None)
    monkeypatch.undo()
    return counter.operations


def growth(function, monkeypatch):
    """How many times the operations of n the operations of 2n are."""
    return (float(operations(function, 2 * N, monkeypatch))
            / operations(function, N, monkeypatch))


@pytest.mark.parametrize('function', IDIOMS)
def test_at_most_n_log_n(function, monkeypatch):
    assert growth(function, monkeypatch) < LINEARITHMIC


@pytest.mark.parametrize('function', ['reversed_in_fold', 'looked_at_in_fold'])
def test_quadratic_programs_are_noticed(function, monkeypatch):
    assert growth(function, monkeypatch) > 3
