# The native list instructions.
import "std.list" as list

fn inc(n :: Int) -> Int { n + 1 }
fn odd(n :: Int) -> Bool { n % 2 == 1 }

fn map_empty() -> List[Int] { list.map([], inc) }
fn map_named() -> List[Int] { list.map([1, 2, 3], inc) }
fn map_capture(k :: Int) -> List[Int] { list.map([1, 2, 3], fn (x :: Int) -> Int { x * k }) }
fn map_tail_call() -> List[Int] { list.map([1, 2, 1], fn (x :: Int) -> Int { inc(x) }) }
fn filter_empty() -> List[Int] { list.filter([], odd) }
fn filter_odd() -> List[Int] { list.filter([1, 2, 3], odd) }
fn fold_empty() -> Int { list.fold([], 5, fn (a :: Int, x :: Int) -> Int { a + x }) }
fn fold_left() -> Int { list.fold([1, 2, 3], 0, fn (a :: Int, x :: Int) -> Int { a * 10 + x }) }
fn fold_str() -> Str { list.fold(["a", "b"], "", fn (a :: Str, x :: Str) -> Str { a + x }) }
fn sort_int() -> List[Int] { list.sort_by([3, 1, 2], fn (x :: Int) -> Int { 0 - x }) }
fn sort_str() -> List[Str] { list.sort_by(["b", "a"], fn (x :: Str) -> Str { x }) }
fn sort_float() -> List[Int] { list.sort_by([2, 3, 1], fn (x :: Int) -> Float { if x == 2 { 0.5 } else { 1.5 } }) }
fn sort_stable() -> List[(Int, Str)] {
  list.sort_by([(2, "a"), (1, "b"), (2, "c"), (1, "d")], fn (p :: (Int, Str)) -> Int { match p { (k, _) => k } })
}
fn sort_unorderable_keys() -> List[Int] { list.sort_by([3, 1, 2], fn (x :: Int) -> Bool { x > 1 }) }
fn par_map_empty() -> List[Int] { list.par_map([], inc) }
fn par_map() -> List[Int] { list.par_map([1, 2, 3], inc) }
fn par_map_error() -> List[Int] { list.par_map([1, 0, 2], fn (x :: Int) -> Int { 6 / x }) }
fn par_map_first_error() -> List[Int] {
  list.par_map([4, 0, 9], fn (x :: Int) -> Int { if x == 0 { 1 / x } else { if x == 9 { 1 % (x - 9) } else { x } } })
}
fn map_error() -> List[Int] { list.map([1, 0, 2], fn (x :: Int) -> Int { 6 / x }) }
fn range_fold(n :: Int) -> Int { list.fold(list.range(0, n), 0, fn (a :: Int, x :: Int) -> Int { a + x }) }
fn range_fold_tail(n :: Int) -> Int { range_fold(n) }

fn nest(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => list.fold(list.map([n], fn (x :: Int) -> Int { 1 + nest(x - 1) }), 0, fn (a :: Int, x :: Int) -> Int { a + x }),
  }
}
