import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { e :: Int, g :: Bool, b :: Str, h :: Float }
fn mkR1(e :: Int, g :: Bool, b :: Str, h :: Float) -> R1 { { e: e, g: g, b: b, h: h } }
type R2 = { c :: Result[Str, Str], a :: List[Int] }
fn mkR2(c :: Result[Str, Str], a :: List[Int]) -> R2 { { c: c, a: a } }
type U3 = C4(Int) | C5(Int)
fn rec8(a6 :: Int, a7 :: Float) -> [io] Int {
  if a6 <= 0 { 1 } else { io.print("a")
  let v9 := rec8(a6 - 1, map.fold((if true { map.from_list([pair("s", 1.5)]) } else { map.from_list([]) }), a7, fn (p10 :: Float, p11 :: Str, p12 :: Float) -> Float { p10 }))
  (v9 + v9) }
}
fn main() -> [io] U3 {
  let v13 :: Bool := false
  io.print((pick(false, "zz top", "hé") + int.to_str(2)))
  let v14 :: Str := int.to_str(rec8(4, (if v13 { 1.0 } else { 0.1 })))
  let v23 := json.stringify(rec8((int.abs(list.fold([], 100, fn (p15 :: Int, p16 :: List[Int]) -> Int { p15 })) % 5), (int.to_float(2) + int.to_float(7))))
  io.print(v23)
  let v24 := json.stringify([])
  io.print(v24)
  let v25 := json.stringify((match str.trim("x,y") { "Hello" => C4(list.len(list.map([" pad "], fn (p18 :: Str) -> (Float, Int, Int) { (1.5, 1, 1) }))), m17 => pick((m17 == float.to_str(0.0)), (match (C4(1), map.from_list([])) { (C5(_), m19) => C4(7), (m20, m21) => C4(10), m22 => C5(7), }), C5(rec8((int.abs(50) % 5), 10.0))), }))
  io.print(v25)
  C5(2)
}
