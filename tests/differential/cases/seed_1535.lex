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
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { d :: Float }
fn mkR1(d :: Float) -> R1 { { d: d } }
type U2 = C3(Int, Float) | C4(Float, Int)
type U5 = C6 | C7 | C8(Bool, Int, U5, U5) | C9(Bool, Int, U5, U5)
fn f15(a10 :: Float, a11 :: Map[Int, Str], a12 :: Result[U2, Str]) -> List[(Int, Bool)] {
  let v13 := 7
  let v14 := mkR1(pick(false, (if false { 10.0 } else { a10 }), 1e3))
  map.entries(map.set((if false { pick(true, map.from_list([(1, true)]), map.from_list([])) } else { map.from_list([]) }), (match int.abs(v13) { -1 => (v13 + v13), 2 => 7, _ => v13, }), (v13 <= (v13 % (-3)))))
}
fn main() -> [io] R1 {
  let v18 := option.unwrap_or(option.map((match str.trim("x,y") { "hé" => Some(true), "" => None, m16 => Some(false), }), fn (p17 :: Bool) -> Float { 1e3 }), math.max(0.0, 0.1))
  let v26 := json.stringify((((-2.25) * v18) |> f15((match (if false { mkR1(v18) } else { mkR1(v18) }) { { d: m19 } => apply(fn (p23 :: Float) -> Map[Int, Str] { map.from_list([]) }, m19), { d: m20 } => map.merge(map.from_list([]), map.from_list([(1, "s")])), m22 => map.merge(map.from_list([(1, "s")]), map.from_list([])), }), Ok(C4(v18, 2)))))
  io.print(v26)
  let v27 := json.stringify(566)
  io.print(v27)
  let v28 := json.stringify(set.from_list(list.map(pick((match (("s", true, 1), 3) { m24 => true, _ => false, }), list.concat(["Hello"], []), []), fn (p25 :: Str) -> Int { int.max(2, 778) })))
  io.print(v28)
  mkR1((match C3(str.cmp("€", "zz top"), math.floor(v18)) { C3(m29, m30) => list.fold(list.range(0, 10), (match int.abs(m29) { 2 => 1e16, m34 => m30, m35 => m30, }), fn (p36 :: Float, p37 :: Int) -> Float { v18 }), m33 => v18, }))
}
