# Builds strings of 50 numbers piece by piece, n times, and adds up their lengths.
# bench: n=50000 small=30000 warm=15000
import "std.int" as int
import "std.list" as list
import "std.str" as str

fn numbers(i :: Int) -> Str {
  list.fold(list.range(i, i + 50), "", fn (text :: Str, k :: Int) -> Str {
    text + int.to_str(k) + ","
  })
}

fn repeat(n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { repeat(n - 1, total + str.len(numbers(n))) }
}

fn main(n :: Int) -> Int { repeat(n, 0) }
