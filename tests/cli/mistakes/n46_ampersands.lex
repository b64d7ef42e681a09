fn f(a :: Bool, b :: Bool) -> Bool {
  a && b
}
