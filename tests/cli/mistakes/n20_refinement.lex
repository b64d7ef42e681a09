fn root(n :: Int{x | x >= 0}) -> Int { n }
fn main() -> Int {
  root(-4)
}
