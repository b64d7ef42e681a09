fn f(n :: Int) -> Bool {
  not n
}
