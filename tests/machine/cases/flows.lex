# flow.*, map.fold and the closures they make.
import "std.flow" as flow
import "std.map" as map
import "std.list" as list

fn inc(n :: Int) -> Int { n + 1 }
fn twice(n :: Int) -> Int { n * 2 }
fn big(n :: Int) -> Bool { n > 10 }
fn fails(n :: Int) -> Result[Int, Int] { Err(n) }
fn works(n :: Int) -> Result[Int, Int] { Ok(n) }

fn sequential(n :: Int) -> Int {
  let f := flow.sequential(inc, twice)
  f(n)
}
fn parallel() -> (Int, Int) {
  let f := flow.parallel(fn () -> Int { inc(1) }, fn () -> Int { twice(4) })
  f()
}
fn branch(n :: Int) -> Int {
  let f := flow.branch(big, inc, twice)
  f(n)
}
fn retry(times :: Int) -> Result[Int, Int] {
  let f := flow.retry(fails, times)
  f(5)
}
fn retry_at_once() -> Result[Int, Int] {
  let f := flow.retry(works, 3)
  f(5)
}
fn parallel_list(n :: Int) -> List[Int] {
  flow.parallel_list([fn () -> Int { n }, fn () -> Int { n + 1 }])
}
fn sequential_equal() -> Bool { flow.sequential(inc, twice) == flow.sequential(inc, twice) }
fn sequential_unequal() -> Bool { flow.sequential(inc, twice) == flow.sequential(twice, inc) }
fn retry_equal() -> Bool { flow.retry(fails, 2) == flow.retry(fails, 2) }
fn branch_equal() -> Bool { flow.branch(big, inc, twice) == flow.branch(big, twice, inc) }

fn map_fold_str() -> Str {
  let m := map.set(map.set(map.new(), "b", "2"), "a", "1")
  map.fold(m, "", fn (acc :: Str, k :: Str, v :: Str) -> Str { acc + k + v })
}
fn map_fold_empty() -> Int {
  map.fold(map.new(), 9, fn (acc :: Int, k :: Int, v :: Int) -> Int { acc + k + v })
}
fn map_fold_int() -> Int {
  map.fold(map.from_list([(3, 30), (1, 10)]), 0, fn (acc :: Int, k :: Int, v :: Int) -> Int { acc * 100 + k + v })
}
