type Point = { x :: Int, y :: Int }
fn f() -> Point {
  { x: 1, y = 2 }
}
