fn f(x :: Option[Int]) -> Int {
  match x {
    Some(n) => n,
    None => 0,
    Some(1) => 2
  }
}
