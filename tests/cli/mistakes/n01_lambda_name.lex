import "std.list" as list
fn shift(xs :: List[Int], amount :: Int) -> List[Int] {
  list.map(xs, fn (x :: Int) -> Int { x + amuont })
}
