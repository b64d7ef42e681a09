fn f(n :: Int) -> Int {
  while n > 0 { n - 1 }
}
