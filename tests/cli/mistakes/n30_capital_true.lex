fn f() -> Bool {
  True
}
