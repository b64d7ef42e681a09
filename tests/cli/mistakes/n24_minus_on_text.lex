fn f(text :: Str) -> Str {
  text - "suffix"
}
