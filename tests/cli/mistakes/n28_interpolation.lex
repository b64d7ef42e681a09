import "std.str" as str
fn greet(name :: Str) -> Str {
  f"Hello {nmae}"
}
