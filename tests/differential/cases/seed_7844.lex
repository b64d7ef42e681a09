import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2(Str) | C3(U1, U1)
fn loop4(a5 :: Int, a6 :: Int) -> Int {
  if a5 <= 0 { a6 } else { let v7 := str.slice(int.to_str(a5), 2, 2)
  loop4((a5 - 1), (option.unwrap_or_else((if true { Some(a6) } else { Some(a5) }), fn () -> Int { a5 }) * (a5 + 7))) }
}
fn main() -> [io] List[List[Int]] {
  let v8 := float.to_str(1e16)
  let v19 := json.stringify(loop4(550, (match str.trim(json.stringify([])) { "" => pick(false, 7, 2), _ => (if false { 807 } else { 2 }), })))
  io.print(v19)
  let v20 := json.stringify(((7 / (-3)) - 3))
  io.print(v20)
  let v21 := json.stringify(list.fold(list.map(list.map(list.filter([set.from_list([])], fn (p9 :: Set[Int]) -> [io] Bool { io.print("ab")
  false }), fn (p10 :: Set[Int]) -> Map[Int, Bool] { map.from_list([]) }), fn (p11 :: Map[Int, Bool]) -> (Bool, Float, Str) { (false, 0.5, v8) }), math.floor((match pick(true, None, Some(true)) { Some(true) => (123456.789 / 1.0), Some(m12) => (1.0 % 2.25), None => option.unwrap_or(Some(123456.789), 123456.789), m13 => (if true { 0.0 } else { 10.0 }), })), fn (p14 :: Float, p15 :: (Bool, Float, Str)) -> Float { (match str.trim("tab\t") { "-7" => (match Some(C2("s")) { Some(m16) => p14, Some(m17) => p14, None => p14, m18 => p14, }), _ => int.to_float(10), }) }))
  io.print(v21)
  []
}
