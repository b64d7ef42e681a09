# A list of four numbers through three maps and a fold, n times.
# bench: n=3000000 small=100000 warm=200000
import "std.list" as list

fn handle(n :: Int) -> Int {
  let xs := [n, n + 1, n + 2, n + 3]
  let more := list.map(xs, fn (x :: Int) -> Int { x + 1 })
  let double := list.map(more, fn (x :: Int) -> Int { x * 2 })
  let less := list.map(double, fn (x :: Int) -> Int { x - 1 })
  list.fold(less, 0, fn (sum :: Int, x :: Int) -> Int { sum + x })
}

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { drive(n - 1, (sum + handle(n)) % 1000003) }
}

fn main(n :: Int) -> Int { drive(n, 0) }
