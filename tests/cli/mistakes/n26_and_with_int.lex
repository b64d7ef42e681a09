fn f(n :: Int, ok :: Bool) -> Bool {
  ok and n
}
