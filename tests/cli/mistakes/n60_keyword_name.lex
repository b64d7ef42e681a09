fn f() -> Int {
  let type := 1
  type
}
