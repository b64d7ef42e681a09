fn f(a :: Str, b :: Str) -> Str {
  a ++ b
}
