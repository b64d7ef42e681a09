fn f() -> Int {
  let count :: Int := "three"
  count
}
