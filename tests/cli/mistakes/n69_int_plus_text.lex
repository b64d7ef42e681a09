fn label(n :: Int) -> Str {
  n + " items"
}
