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
type R1 = { g :: (Str, Int), c :: Str }
fn mkR1(g :: (Str, Int), c :: Str) -> R1 { { g: g, c: c } }
fn loop2(a3 :: Int, a4 :: Int) -> [io] Int {
  if a3 <= 0 { a4 } else { if a3 % 50 == 0 { io.print("loop2") } else { () }
  match (a3 % 2) { 1 => loop2((a3 - 1), a4), _ => loop2((a3 - 1), a4), } }
}
fn main() -> [io] Bool {
  let v8 := mkR1(pair("ab", map.fold(map.from_list([pair(1, 1)]), 0, fn (p5 :: Int, p6 :: Int, p7 :: Int) -> Int { p6 })), str.char_at("q\"", (1 % (-3))))
  io.print(v8.c)
  let v9 := [map.get(map.from_list([]), int.to_str(0)), None]
  let v16 := json.stringify(loop2((int.abs(pick(true, 7, 2)) % 1500), (if (match int.abs(2) { 2 => false, _ => true, }) { set.size(set.from_list(["s"])) } else { (if false { 3 } else { 2 }) })))
  io.print(v16)
  let v17 := json.stringify(tuple.fst(pair(str.join(list.cons("12", []), "zz top"), str.char_at(int.to_str(0), 10))))
  io.print(v17)
  let v18 := json.stringify(pick(result.unwrap_or(result.map((match v8 { { c: m10 } => Ok(v8), { c: "-7", g: (m11, m12) } => Ok(v8), { c: "q\"", g: (m13, m14) } => Ok(v8), _ => Ok(v8), }), fn (p15 :: R1) -> Bool { false }), set.is_subset(set.add(set.from_list([1]), 3), set.add(set.from_list([1]), 3))), "a", v8.c))
  io.print(v18)
  (match v8 { { g: (m19, _) } => true, _ => (not (not list.is_empty([true]))), })
}
