fn f() -> Str {
  "C:\dir\q"
}
