# A call that the JIT does not look into gets values that were made just before: the
# reverse of an empty list, again and again.
import "std.list" as list

fn reversed(n :: Int, done :: Int) -> Int {
  if n <= 0 { done } else {
    let none := list.reverse(list.map([], fn (x :: Int) -> Bool { true }))
    let some := list.reverse(list.map([n, n + 1], fn (x :: Int) -> Int { x * 2 }))
    reversed(n - 1, done + list.len(none) + list.len(some))
  }
}

fn main() -> Int { reversed(40, 0) }
