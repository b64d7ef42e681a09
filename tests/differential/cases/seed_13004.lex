import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.set" as set
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { d :: Option[Int], f :: Bool, c :: Str, g :: (Bool, Int, Int) }
fn mkR1(d :: Option[Int], f :: Bool, c :: Str, g :: (Bool, Int, Int)) -> R1 { { d: d, f: f, c: c, g: g } }
fn rec4(a2 :: Int, a3 :: Str) -> Int {
  if a2 <= 0 { (a2 * pick(false, a2, a2)) } else { let v5 := rec4(a2 - 1, a3)
  let v6 := rec4(a2 - 2, str.slice("ab", 0, 40))
  ((if str.starts_with("a", a3) { 0 } else { v5 }) % 2) }
}
fn main() -> [io] Str {
  let v12 := set.from_list((match list.head([]) { Some(m7) => list.filter(["q\""], fn (p10 :: Str) -> Bool { m7 }), Some(m8) => tuple.fst((["s"], "12")), None => list.filter([], fn (p11 :: Str) -> Bool { true }), m9 => str.split("x,y", "Hello"), }))
  let v21 := json.stringify(rec4(1, (match pick(false, ([1.5], 100), ([1.5], 0)) { (m13, _) => ("q\"" + "-7"), })))
  io.print(v21)
  let v22 := json.stringify(map.merge(map.from_list([pair("", Some(true)), pair("b", Some(true)), pair("-7", None)]), map.set(apply(fn (p15 :: Int) -> Map[Str, Option[Bool]] { map.from_list([]) }, (100 / 10)), (match int.abs(str.cmp("12", "ab")) { 7 => "tab\t", 3 => float.to_str(0.0), }), map.get(map.from_list([]), (match mkR1(None, true, "x,y", (true, 1, 1)) { { g: (m16, m17, m18) } => "lex", m19 => "Hello", { c: " pad ", d: m20 } => "12", _ => "Hello", })))))
  io.print(v22)
  let v23 := json.stringify(((rec4(9, result.unwrap_or(Ok("tab\t"), "3.5")) + int.max(2, 1)) / 7))
  io.print(v23)
  float.to_str(1e-7)
}
