fn f() -> Str {
  'hello'
}
