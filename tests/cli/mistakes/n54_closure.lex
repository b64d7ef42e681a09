import "std.list" as list
fn shares(total :: Int, parts :: List[Int]) -> List[Int] {
  list.map(parts, fn (p :: Int) -> Int { total / p })
}
fn main() -> List[Int] { shares(12, [3, 0]) }
