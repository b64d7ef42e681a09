import "std.str" as str
import "std.bytes" as bytes
fn g(x :: Int) -> Int { 1 }
fn call_position() -> Int { let g := fn (x :: Int) -> Int { 99 }
  g(0) }
fn value_position() -> Int { let g := fn (x :: Int) -> Int { 99 }
  let h := g
  h(0) }
fn alias_wins(str :: { len :: (Str) -> Int }) -> Int { str.len("abc") }
fn leak() -> Int { let x := 1
  let y := { let x := 10
    x }
  x * 1000 + y }
fn blob() -> Int { bytes.len(b"hello") }
fn main() -> List[Int] {
  [call_position(), value_position(), alias_wins({ len: fn (s :: Str) -> Int { 77 } }), leak(), blob()]
}
