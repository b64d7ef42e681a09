import "std.str" as str
fn f(text :: Str) -> Str {
  str.replace(text, "a")
}
