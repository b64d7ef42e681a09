import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { c :: Float }
fn mkR1(c :: Float) -> R1 { { c: c } }
fn loop2(a3 :: Int, a4 :: Bool, a5 :: Int) -> Bool {
  if a3 <= 0 { a4 } else { match (a3 % 3) { 0 => loop2((a3 - 2), str.starts_with((match int.abs(map.size(map.from_list([pair("s", [])]))) { m6 => str.concat("ab", "12"), _ => str.join([], "zz top"), }), "3.5"), a5), 1 => loop2((a3 - 1), (not pick(true, a4, pick(a4, a4, true))), a5), _ => loop2((a3 - 2), a4, a3), } }
}
fn main() -> [io] Float {
  let v8 := list.head(["ab", (match Some(1) { Some(1) => "Hello", Some(_) => "zz top", None => "x,y", m7 => "lex", })])
  let v9 := mkR1(((0.5 % 1e-7) * (1e3 / 1.0)))
  io.print(((match v8 { Some(m10) => m10, Some(m11) => "€", None => "x,y", m12 => "x,y", }) + int.to_str(1)))
  let v14 := json.stringify(map.from_list(list.map(list.range(0, 50), fn (p13 :: Int) -> [io] (Int, (Str, Int, Int)) { io.print("tab\t")
  pair(p13, ("s", p13, p13)) })))
  io.print(v14)
  let v15 := json.stringify("Hello")
  io.print(v15)
  (match int.abs((match (match v8 { Some(m20) => str.to_float(m20), Some(m21) => list.head([0.0]), None => list.head([1.0]), m22 => option.and_then(Some(9223372036854775807), fn (p23 :: Int) -> Option[Float] { None }), }) { Some(m17) => (if true { (-3) } else { (if false { 100 } else { 0 }) }), Some(m18) => (1 + map.size(map.from_list([pair("s", 1.5)]))), None => list.fold([], (10 - 100), fn (p24 :: Int, p25 :: Int) -> Int { p24 }), m19 => 0, })) { 1 => (v9.c % int.to_float((if true { 2 } else { 993 }))), m16 => int.to_float(list.fold((if true { [[true]] } else { [[]] }), pick(true, m16, m16), fn (p26 :: Int, p27 :: List[Bool]) -> Int { p26 })), })
}
