fn f() -> Int {
  let limit := 10
  limit(3)
}
