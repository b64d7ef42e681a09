import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { b :: Str, a :: Str }
fn mkR1(b :: Str, a :: Str) -> R1 { { b: b, a: a } }
fn loop2(a3 :: Int, a4 :: Int, a5 :: Int) -> Int {
  if a3 <= 0 { a4 } else { loop2((a3 - 1), a4, a5) }
}
fn main() -> [io] Float {
  let v10 := pair((match pick(true, Err("zz top"), Ok(1.0)) { Ok(m6) => (762 >= 255), Ok(m7) => (10 == 7), Err(m8) => (true and true), m9 => (mkR1("zz top", " pad ") == mkR1("zz top", "a")), }), pick((100 > 894), set.add(set.from_list([1]), 3), set.add(set.from_list([1]), 10)))
  let v21 := json.stringify(loop2((int.abs(list.len([])) % 1500), ((3 % 7) * 3), 7))
  io.print(v21)
  let v22 := json.stringify(option.unwrap_or_else(option.map(map.get(map.from_list([("s", (1, "s", true))]), (match v10 { (true, m11) => "", (m12, m13) => "€", (true, m14) => "€", m15 => "lex", })), fn (p16 :: (Int, Str, Bool)) -> Map[Int, Int] { map.from_list([]) }), fn () -> Map[Int, Int] { (if (if false { true } else { false }) { map.from_list([]) } else { map.set(map.from_list([]), 10, 10) }) }))
  io.print(v22)
  let v23 := json.stringify(mkR1((str.join(list.sort_by([], fn (p17 :: Str) -> [io] Int { io.print(pick(true, p17, p17))
  0 }), int.to_str(42)) + int.to_str((100 * 100))), (if ((not true) or true) { int.to_str((10 - 122)) } else { (match list.head([]) { Some(m18) => float.to_str(2.25), Some(m19) => ("x,y" + "Hello"), None => "-7", m20 => ("3.5" + "Hello"), }) })))
  io.print(v23)
  1e16
}
