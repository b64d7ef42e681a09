import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.option" as option
import "std.result" as result
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { e :: Float, b :: Float, g :: Int, c :: Bool }
fn mkR1(e :: Float, b :: Float, g :: Int, c :: Bool) -> R1 { { e: e, b: b, g: g, c: c } }
type U2 = C3(Int) | C4(Int, U2, U2) | C5(U2, U2) | C6(Int, Str, U2)
fn f8(a7 :: Int{a7 | a7 >= 0 and a7 < 100}) -> Float {
  0.1
}
fn main() -> [io] Option[U2] {
  let v13 := mkR1((f8((1 + int.min(90, int.max(0, 3)))) + 123456.789), (-0.1), pick((match mkR1(1e3, 1e3, 3, true) { { g: 7, c: true } => true, { c: true, b: m9 } => true, { e: m10, c: true } => true, m11 => true, }), int.max(100, 1), (569 * 0)), result.unwrap_or_else(Ok(false), fn (p12 :: Str) -> Bool { true }))
  io.print((json.stringify([[]]) + float.to_str(2.25)))
  let v16 := (match mkR1(math.min(1.0, 1e-7), f8((1 + int.min(90, int.max(0, 10)))), v13.g, false) { { e: m14, c: true, g: 3 } => ((1 + int.min(90, int.max(0, 7))) |> f8()), m15 => f8((1 + int.min(90, int.max(0, 10)))), })
  let v29 := json.stringify(f8(((match (match v13 { m21 => m21, { b: m22, c: false, g: m23, e: m24 } => v13, m25 => m25, }) { { c: false, b: m17, e: m18, g: 1 } => (if true { 891 } else { 100 }), { g: 0, e: m19, c: true } => (if true { 1 } else { 100 }), m20 => 0, }) - 1)))
  io.print(v29)
  let v30 := json.stringify(v13.c)
  io.print(v30)
  let v31 := json.stringify(result.unwrap_or(Ok((if (if false { true } else { true }) { (match pair([], pair("s", "s")) { m26 => Some(v16), m27 => Some(v16), }) } else { option.map(Some(C3(1)), fn (p28 :: U2) -> Float { v16 }) })), Some(v16)))
  io.print(v31)
  Some(option.unwrap_or_else(option.map(list.head([]), fn (p32 :: Int) -> U2 { C3(1) }), fn () -> U2 { C6(10, "tab\t", C3(1)) }))
}
