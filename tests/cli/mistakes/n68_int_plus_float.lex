fn half(n :: Int) -> Float {
  n + 0.5
}
