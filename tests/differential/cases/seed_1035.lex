import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { c :: Bool, h :: Int, b :: Int, a :: Float }
fn mkR1(c :: Bool, h :: Int, b :: Int, a :: Float) -> R1 { { c: c, h: h, b: b, a: a } }
type R2 = { a :: Str, c :: Int }
fn mkR2(a :: Str, c :: Int) -> R2 { { a: a, c: c } }
type U3 = C4 | C5(Str) | C6(U3, U3)
type U7 = C8 | C9 | C10 | C11
fn rec14(a12 :: Int, a13 :: Float) -> U7 {
  if a12 <= 0 { pick((match int.abs(a12) { _ => false, _ => true, }), C9, C9) } else { let v15 := rec14(a12 - 1, a13)
  (match int.abs((int.abs(a12) % 3)) { m16 => C10, m17 => (if (not true) { (if true { v15 } else { v15 }) } else { C8 }), }) }
}
fn main() -> [io] Str {
  io.print(str.to_upper((if true { "b" } else { "12" })))
  let v18 := int.to_str((pick(false, 0, 25) * (0 % 10)))
  let v21 := list.fold(map.values(map.set(map.from_list([]), 0, 7)), (if false { (10.0 - 0.5) } else { int.to_float(3) }), fn (p19 :: Float, p20 :: Int) -> Float { p19 })
  let v26 := json.stringify(rec14(35, 1e16))
  io.print(v26)
  let v27 := json.stringify(pick(pick(((v18 + v18) <= (match str.trim(v18) { "x,y" => "", _ => v18, })), (if false { (not false) } else { (3 > 0) }), set.is_subset(set.delete(set.from_list([]), 10), set.from_list([165]))), mkR2(str.concat(v18, (if true { "hé" } else { v18 })), ((3 + 10) + 7)), mkR2(v18, 0)))
  io.print(v27)
  let v28 := json.stringify(set.from_list(str.split((match result.or_else(Ok(false), fn (p25 :: Str) -> Result[Bool, Str] { Ok(true) }) { Ok(_) => v18, Ok(m22) => int.to_str(100), Err(m23) => json.stringify(3), m24 => (v18 + v18), }), "x,y")))
  io.print(v28)
  " pad "
}
