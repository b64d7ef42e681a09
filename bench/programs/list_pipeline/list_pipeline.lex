# Lists of 200 numbers: build, map, filter and fold, n times.
# bench: n=200000 small=15000 warm=12000
import "std.list" as list

fn once(i :: Int) -> Int {
  let xs := list.range(i, i + 200)
  let scaled := list.map(xs, fn (x :: Int) -> Int { x * 3 + 1 })
  let even := list.filter(scaled, fn (x :: Int) -> Bool { x % 2 == 0 })
  list.fold(even, 0, fn (sum :: Int, x :: Int) -> Int { sum + x })
}

fn repeat(n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { repeat(n - 1, (total + once(n)) % 1000003) }
}

fn main(n :: Int) -> Int { repeat(n, 0) }
