fn add(a :: Int, b :: Int) -> Int { a + b }
fn main() -> Int {
  add(1 2)
}
