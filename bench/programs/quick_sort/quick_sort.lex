# Quicksort of n generated numbers, five times: filter, sort, join.
# bench: n=250000 small=5000 warm=5000
import "std.list" as list

fn numbers(n :: Int, seed :: Int, xs :: List[Int]) -> List[Int] {
  if n == 0 { xs } else {
    let next := (seed * 3877 + 29573) % 139968
    numbers(n - 1, next, list.cons(next, xs))
  }
}

fn sort(xs :: List[Int]) -> [io] List[Int] {
  match list.head(xs) {
    None => xs,
    Some(pivot) => {
      let rest := list.tail(xs)
      let small := list.filter(rest, fn (x :: Int) -> Bool { x < pivot })
      let large := list.filter(rest, fn (x :: Int) -> Bool { x >= pivot })
      list.concat(sort(small), list.cons(pivot, sort(large)))
    },
  }
}

fn checksum(xs :: List[Int]) -> Int {
  list.fold(xs, 0, fn (sum :: Int, x :: Int) -> Int { (sum * 31 + x) % 1000003 })
}

fn repeat(n :: Int, rounds :: Int, total :: Int) -> [io] Int {
  if rounds == 0 { total } else {
    let sorted := sort(numbers(n, rounds, []))
    repeat(n, rounds - 1, (total + checksum(sorted)) % 1000003)
  }
}

fn main(n :: Int) -> [io] Int { repeat(n, 5, 0) }
