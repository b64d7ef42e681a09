# The idioms whose cost bench/scaling.py draws: each takes the number of elements
# and gives a number that depends on all of them.

import "std.int" as int
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str

# Numbers that look random, from 0 to 999999.
fn scattered(i :: Int) -> Int { (i * 7919 + 104729) * 31 % 1000003 % 1000000 }

fn append_in_fold(n :: Int) -> Int {
  list.len(list.fold(list.range(0, n), [],
    fn (acc :: List[Int], x :: Int) -> List[Int] { list.concat(acc, [x]) }))
}

fn prepend_in_fold(n :: Int) -> Int {
  list.len(list.fold(list.range(0, n), [],
    fn (acc :: List[Int], x :: Int) -> List[Int] { list.cons(x, acc) }))
}

fn string_in_fold(n :: Int) -> Int {
  str.len(list.fold(list.range(0, n), "",
    fn (acc :: Str, x :: Int) -> Str { str.concat(acc, int.to_str(x % 10)) }))
}

fn map_inserts(n :: Int) -> Int {
  map.size(list.fold(list.range(0, n), map.new(),
    fn (acc :: Map[Int, Int], x :: Int) -> Map[Int, Int] {
      map.set(acc, scattered(x), x)
    }))
}

fn set_inserts(n :: Int) -> Int {
  set.size(list.fold(list.range(0, n), set.new(),
    fn (acc :: Set[Str], x :: Int) -> Set[Str] {
      set.add(acc, int.to_str(scattered(x)))
    }))
}

fn sum_of(xs :: List[Int], acc :: Int) -> Int {
  match list.head(xs) {
    None => acc,
    Some(x) => sum_of(list.tail(xs), acc + x)
  }
}

fn walk(n :: Int) -> Int {
  sum_of(list.map(list.range(0, n), fn (x :: Int) -> Int { scattered(x) }), 0)
}

fn sort(n :: Int) -> Int {
  let sorted := list.sort_by(
    list.map(list.range(0, n), fn (x :: Int) -> Int { scattered(x) }),
    fn (x :: Int) -> Int { x })
  option.unwrap_or(list.head(sorted), 0) + list.len(sorted)
}

fn group_by(n :: Int) -> Int {
  let groups := list.fold(list.range(0, n), map.new(),
    fn (acc :: Map[Int, List[Int]], x :: Int) -> Map[Int, List[Int]] {
      let key := scattered(x) % 1000
      map.set(acc, key, list.cons(x, option.unwrap_or(map.get(acc, key), [])))
    })
  list.fold(map.values(groups), 0,
    fn (acc :: Int, xs :: List[Int]) -> Int { acc + list.len(xs) })
}

fn main() -> Int { append_in_fold(10) }
