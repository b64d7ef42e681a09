import "std.list" as list
fn total(xs :: List[Int],) -> Int { list.fold(xs, 0, fn (a :: Int, x :: Int,) -> Int { a + x },) }
fn main() -> (Int, List[List[Int]], (Int,)) {
  let one := (1,)
  (total([1, 2, 3,],), [[], [1], [2, 3]], 4,)
}
