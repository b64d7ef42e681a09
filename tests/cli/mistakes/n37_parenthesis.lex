fn f(a :: Int, b :: Int) -> Int {
  (a + b * 2
}
