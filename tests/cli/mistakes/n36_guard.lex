fn f(n :: Int) -> Int {
  match n {
    x if x > 3 => 1,
    _ => 2
  }
}
