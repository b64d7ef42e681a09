import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.option" as option
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn f2(a1 :: Str) -> Str {
  float.to_str(int.to_float((-341)))
}
fn rec5(a3 :: Int, a4 :: Int) -> Int {
  if a3 <= 0 { (match int.abs((if true { a3 } else { a4 })) { -1 => int.abs(a3), m6 => (-a3), m7 => (if true { a4 } else { 3 }), m8 => option.unwrap_or(Some(a3), a3), }) } else { let v9 := rec5(a3 - 1, a4)
  let v10 := rec5(a3 - 2, a4)
  100 }
}
fn main() -> [io] Option[List[Int]] {
  let v15 := ((not (2.25 <= 1e-7)), map.set(map.set(map.from_list([]), "€", false), str.to_upper("hé"), (7 >= 1)), (match pick(true, Err("lex"), Ok("a")) { Ok("lex") => true, Ok(m11) => pick(true, true, false), Err(m12) => (match int.abs(1) { 2 => true, _ => true, 0 => true, m14 => false, }), m13 => (false or true), }))
  let v16 := (2.25 > (option.unwrap_or(Some(0.1), 2.25) / (if true { 0.5 } else { 0.5 })))
  let v19 := fn (p17 :: Bool, p18 :: Str) -> Bool { false }
  let v20 := json.stringify(map.get(option.unwrap_or_else(Some(map.from_list([])), fn () -> Map[Str, Set[Int]] { map.from_list([]) }), (if v16 { "ab" } else { "Hello" })))
  let v21 := json.stringify(f2(f2("")))
  io.print(v21)
  let v22 := json.stringify(rec5((int.abs(int.abs(4611686018427387904)) % 9), 0))
  io.print(v22)
  let v23 := json.stringify(json.stringify(f2(v20)))
  io.print(v23)
  let v24 := json.stringify(1000000007)
  io.print(v24)
  map.get((if (if (match str.trim("b") { m25 => false, _ => v16, }) { (if true { v16 } else { false }) } else { v19(v16, v20) }) { map.delete(map.set(map.from_list([pair("s", [])]), v20, [1]), (match str.trim(v20) { m26 => m26, })) } else { pick(v16, map.set(map.from_list([]), v20, [10]), map.from_list([])) }), v20)
}
