# Every iterator operation, on eager and on lazy iterators.
import "std.iter" as iter
import "std.list" as list

type Step = { seed :: Int }

fn count_down(n :: Int) -> Option[(Int, Int)] {
  match n {
    0 => None,
    _ => Some((n * 10, n - 1)),
  }
}

fn lazy(n :: Int) -> Iter[Int] {
  iter.unfold(n, fn (s :: Int) -> Option[(Int, Int)] { count_down(s) })
}

fn from_list_empty() -> List[Int] { iter.to_list(iter.from_list([])) }
fn from_list_three() -> List[Int] { iter.to_list(iter.from_list([1, 2, 3])) }
fn collect_three() -> List[Int] { iter.collect(iter.from_list([1, 2, 3])) }
fn unfold_none() -> List[Int] { iter.to_list(lazy(0)) }
fn unfold_three() -> List[Int] { iter.to_list(lazy(3)) }
fn raw_eager() -> Iter[Int] { iter.from_list([1, 2]) }

fn next_empty() -> Option[(Int, Iter[Int])] { iter.next(iter.from_list([])) }
fn next_eager() -> Option[(Int, Iter[Int])] { iter.next(iter.from_list([7, 8])) }
fn next_lazy() -> Int {
  match iter.next(lazy(3)) {
    Some((first, rest)) => match iter.next(rest) {
      Some((second, _)) => first * 100 + second,
      None => 0 - 1,
    },
    None => 0 - 2,
  }
}
fn next_lazy_end() -> Option[(Int, Iter[Int])] { iter.next(lazy(0)) }
fn next_twice() -> List[Int] {
  match iter.next(iter.from_list([7, 8, 9])) {
    Some((x, rest)) => match iter.next(rest) {
      Some((y, last)) => list.concat([x, y], iter.to_list(last)),
      None => [],
    },
    None => [],
  }
}

fn is_empty_yes() -> Bool { iter.is_empty(iter.from_list([])) }
fn is_empty_no() -> Bool { iter.is_empty(iter.from_list([1])) }
fn count_three() -> Int { iter.count(iter.from_list([1, 2, 3])) }
fn count_skipped() -> Int { iter.count(iter.skip(iter.from_list([1, 2, 3]), 1)) }
fn count_lazy() -> Int { iter.count(lazy(3)) }

fn take(n :: Int) -> List[Int] { iter.to_list(iter.take(iter.from_list([1, 2, 3]), n)) }
fn skip(n :: Int) -> List[Int] { iter.to_list(iter.skip(iter.from_list([1, 2, 3]), n)) }

fn map_double() -> List[Int] {
  iter.to_list(iter.map(iter.from_list([1, 2, 3]), fn (x :: Int) -> Int { x * 2 }))
}
fn filter_odd() -> List[Int] {
  iter.to_list(iter.filter(iter.from_list([1, 2, 3]), fn (x :: Int) -> Bool { x % 2 == 1 }))
}
fn fold_digits() -> Int {
  iter.fold(iter.from_list([1, 2, 3]), 0, fn (a :: Int, x :: Int) -> Int { a * 10 + x })
}
fn map_lazy() -> List[Int] {
  iter.to_list(iter.map(lazy(2), fn (x :: Int) -> Int { x }))
}
