fn keep(n :: Int{v | v > 0 and v < 10}) -> Int { n }
fn via(n :: Int) -> Int { keep(n) }
fn main() -> (Int, Int, Float) {
  let a :: Int := (3 :: Int)
  (keep(5), (a + 1 :: Int), ((2.0 :: Float) * 2.0 :: Float))
}
