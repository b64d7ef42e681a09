fn f(n :: Int) -> Str {
  let text := if n > 0 { "many" } else { n }
  text
}
