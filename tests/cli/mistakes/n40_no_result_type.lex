fn f(n :: Int) {
  n + 1
}
