fn f() -> List[Int] {
  [1, "two", 3]
}
