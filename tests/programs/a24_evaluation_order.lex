import "std.io" as io
fn t(b :: Bool, s :: Str) -> [io] Bool { io.print(s)
  b }
fn main() -> [io] { b :: Bool, a :: Bool } {
  { b: t(false, "1") and t(true, "2"), a: t(true, "3") or t(true, "4") }
}
