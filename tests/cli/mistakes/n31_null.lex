fn f() -> Option[Int] {
  null
}
