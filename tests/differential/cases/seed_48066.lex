import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
fn f1() -> Int {
  list.len([apply(fn (p2 :: Int) -> Str { "b" }, (if true { 1 } else { 3 })), "€", (if (if true { true } else { true }) { (match int.abs(1) { 0 => "€", 2 => "q\"", 7 => "tab\t", m3 => "3.5", }) } else { float.to_str(1e16) })])
}
fn loop4(a5 :: Int, a6 :: Int) -> Int {
  if a5 <= 0 { a6 } else { loop4((a5 - 1), a6) }
}
fn main() -> [io] Int {
  io.print(pick(str.contains("3.5", "12"), str.slice("tab\t", 3, 6), (if true { "x,y" } else { "-7" })))
  let v7 := int.max(7, loop4(12, 4611686018427387904))
  let v8 := []
  let v9 := pair((if str.contains("€", "-7") { (1e-7 % 0.5) } else { (0.1 * 0.5) }), [tuple.fst((true, 123456.789))])
  let v17 := json.stringify(f1())
  io.print(v17)
  let v18 := json.stringify(loop4((int.abs(10) % 20), map.size(map.delete(map.from_list([]), "ab"))))
  io.print(v18)
  let v19 := json.stringify([pick((int.to_float(v7) >= option.unwrap_or_else(Some(0.1), fn () -> Float { 10.0 })), pick(tuple.fst(pair(true, v7)), str.join([], ""), (if true { "€" } else { "€" })), (if (true or false) { ("zz top" + "Hello") } else { float.to_str(1e3) })), (int.to_str((v7 - v7)) + int.to_str(f1())), str.join(pick(("b" <= "tab\t"), ["b", "3.5"], list.sort_by([], fn (p10 :: Str) -> Int { v7 })), json.stringify(option.ok_or(Some(1), "€")))])
  io.print(v19)
  let v20 := json.stringify(str.join((if (f1() != int.max(65536, v7)) { [(if false { "-7" } else { "x,y" }), (match v9 { m11 => " pad ", (m12, m13) => "b", (m14, m15) => " pad ", m16 => "zz top", })] } else { tuple.fst(pair([""], v7)) }), int.to_str(v7)))
  io.print(v20)
  v7
}
