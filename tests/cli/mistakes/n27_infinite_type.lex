fn f[T](g :: T) -> Int {
  g(g)
}
