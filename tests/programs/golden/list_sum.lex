# A native fold below a tail call.
import "std.list" as list

fn total(xs :: List[Int]) -> Int {
  list.fold(xs, 0, fn (acc :: Int, x :: Int) -> Int { acc + x })
}

fn main(n :: Int) -> Int { total(list.range(0, n)) }
