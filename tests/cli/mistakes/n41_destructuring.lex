fn f(pair :: (Int, Int)) -> Int {
  let (a, b) := pair
  a + b
}
