fn f(count :: Int) -> Str {
  if count { "some" } else { "none" }
}
