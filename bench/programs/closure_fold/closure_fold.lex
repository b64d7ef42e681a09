# A fold over a range with a closure that captures a local.
# bench: n=5000000 small=2000000 warm=1000000
import "std.list" as list

fn main(n :: Int) -> Int {
  let factor := n % 7 + 3
  list.fold(list.range(0, n), 1, fn (acc :: Int, x :: Int) -> Int {
    (acc * factor + x) % 1000003
  })
}
