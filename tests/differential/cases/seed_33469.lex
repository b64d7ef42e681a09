import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { h :: Int, b :: List[Str], a :: Float }
fn mkR1(h :: Int, b :: List[Str], a :: Float) -> R1 { { h: h, b: b, a: a } }
type U2 = C3(Int) | C4
type U5 = C6 | C7(Float)
fn loop8(a9 :: Int, a10 :: Int) -> Int {
  if a9 <= 0 { a10 } else { loop8((a9 - 1), (a9 % 3)) }
}
fn main() -> [io] Bool {
  let v14 := set.from_list([loop8(1500, 0), 881, map.fold(map.from_list([pair("s", 1)]), 0, fn (p11 :: Int, p12 :: Str, p13 :: Int) -> [io] Int { io.print(str.slice(p12, 1, 4))
  p13 })])
  let v17 := json.stringify((1500 |> loop8((option.unwrap_or(Some(10), 2) - (2 - 7)))))
  io.print(v17)
  let v18 := json.stringify(100)
  io.print(v18)
  let v19 := json.stringify(mkR1(((if option.unwrap_or_else(Some(true), fn () -> Bool { true }) { int.max(1, 10) } else { (if false { 1 } else { 2 }) }) % (-3)), map.values(map.set(map.set(map.from_list([(1, "s")]), 0, "€"), (match C6 { C6 => 10, C6 => 100, C7(m15) => 793, C7(m16) => 257, }), ("3.5" + "lex"))), int.to_float((10 * option.unwrap_or(None, 7)))))
  io.print(v19)
  (if apply(fn (p20 :: Bool) -> Bool { (p20 or p20) }, (not (not false))) { ((result.unwrap_or_else(Err("a"), fn (p21 :: Str) -> Float { 1e-7 }) == (0.0 * 1.0)) and (match int.abs(7) { 2 => (match mkR1(2, [], 1.0) { { h: 1, b: m23 } => true, { a: m24 } => true, m25 => false, }), m22 => (not true), })) } else { pick(option.is_some(pick(false, Some(0), Some(10))), result.unwrap_or_else(result.map_err(Ok(false), fn (p26 :: Str) -> Str { p26 }), fn (p27 :: Str) -> Bool { true }), tuple.fst(pair(false, true))) })
}
