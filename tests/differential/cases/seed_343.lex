import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3(Int, Float)
fn loop4(a5 :: Int, a6 :: Int) -> Int {
  if a5 <= 0 { a6 } else { let v9 := fn (p7 :: Int, p8 :: Str) -> (Str, Float) { (json.stringify([pair(a5, 1.5)]), pick(true, 1.0, 1.0)) }
  loop4((a5 - 2), apply(fn (p10 :: Int) -> Int { a6 }, (match (a5, Some(a5)) { (7, None) => a5, _ => list.fold([], 1, fn (p14 :: Int, p15 :: Int) -> Int { p14 }), (m11, Some(m12)) => (a6 - a5), m13 => (match int.abs(a6) { 0 => 2, 3 => 0, _ => a6, _ => a5, }), }))) }
}
fn main() -> [io] Option[Int] {
  let v16 := 1.0
  let v21 := json.stringify(loop4(70, (0 - (7 + 3))))
  io.print(v21)
  let v22 := json.stringify(C2)
  io.print(v22)
  let v23 := json.stringify(map.from_list((match C3(0, v16) { C2 => map.entries(map.from_list([pair("s", 1)])), C3(-1, m17) => list.reverse([pair("s", 1)]), m19 => list.filter([], fn (p20 :: (Str, Int)) -> Bool { true }), })))
  io.print(v23)
  option.map((if str.contains(pick(true, "ab", "zz top"), (match Ok("ab") { Err(_) => "hé", Ok(m25) => m25, Ok(m24) => m24, m26 => "3.5", })) { option.map(list.head([]), fn (p27 :: Result[Int, Str]) -> U1 { C2 }) } else { Some(C3(65536, 1e16)) }), fn (p28 :: U1) -> Int { 0 })
}
