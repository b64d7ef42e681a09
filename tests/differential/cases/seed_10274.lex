import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.set" as set
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { c :: Int, b :: Int, h :: Int }
fn mkR1(c :: Int, b :: Int, h :: Int) -> R1 { { c: c, b: b, h: h } }
type U2 = C3 | C4
type U5 = C6 | C7 | C8(Int, Bool)
fn loop9(a10 :: Int, a11 :: Float) -> Float {
  if a10 <= 0 { a11 } else { let v14 := fn (p12 :: Str, p13 :: Int) -> Bool { (not set.has(set.from_list([p12]), p12)) }
  loop9((a10 - 2), list.fold(list.tail((match C6 { C6 => [Err("s")], C7 => [], C8(7, m15) => [], C8(m16, m17) => [], _ => [], })), (match map.get(map.from_list([]), "") { Some(0) => (a11 % 123456.789), Some(m18) => (if true { 1e16 } else { a11 }), None => math.round(a11), m19 => 0.0, }), fn (p20 :: Float, p21 :: Result[Float, Str]) -> Float { list.fold([], p20, fn (p22 :: Float, p23 :: List[Str]) -> Float { p22 }) })) }
}
fn main() -> [io] Float {
  io.print(("none" + ("3.5" + "q\"")))
  let v34 := json.stringify(loop9(5, loop9(1, (match Some(None) { Some(None) => 10.0, Some(m24) => 1e16, None => 0.1, m25 => 0.5, }))))
  io.print(v34)
  let v35 := json.stringify(mkR1(list.fold([], ((match (true, 0) { (m26, 7) => 2, (true, 3) => 3, (false, 2) => 7, m27 => 21, }) * (0 % 2)), fn (p28 :: Int, p29 :: R1) -> Int { p28 }), 3, (100 % (match pair(false, mkR1(1, 0, 4611686018427387904)) { (true, { h: m30, b: _, c: m31 }) => int.max(m31, m30), m32 => (0 % 2), m33 => 3, }))))
  io.print(v35)
  let v36 := json.stringify(C8(pick((option.unwrap_or_else(Some(0.1), fn () -> Float { 2.25 }) != int.to_float(10)), (int.max(1, 877) - (2 + 10)), 100), false))
  io.print(v36)
  loop9(5, loop9(1, 1e-7))
}
