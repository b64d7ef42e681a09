fn f(n :: Int) -> Int {
  match n {
    0 -> 1,
    _ -> 2
  }
}
