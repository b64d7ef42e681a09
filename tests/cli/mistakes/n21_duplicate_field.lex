fn f() -> { x :: Int } {
  { x: 1, x: 2 }
}
