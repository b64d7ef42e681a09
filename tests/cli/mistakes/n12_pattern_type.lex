fn f(n :: Int) -> Int {
  match n {
    "one" => 1,
    _ => 0
  }
}
