import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
type R1 = { f :: (Float, Float), c :: Set[Int], d :: List[Str], h :: Int }
fn mkR1(f :: (Float, Float), c :: Set[Int], d :: List[Str], h :: Int) -> R1 { { f: f, c: c, d: d, h: h } }
fn f13(a2 :: (Int) -> Int, a3 :: (Int) -> Int) -> List[R1] {
  let v11 := fn (p4 :: Float, p5 :: Bool) -> List[Str] { (match pair(p5, [3]) { m8 => list.filter(["Hello"], fn (p9 :: Str) -> Bool { p5 }), m6 => list.filter([], fn (p10 :: Str) -> Bool { p5 }), _ => (if p5 { ["-7"] } else { ["tab\t"] }), }) }
  let v12 := [10]
  list.map(list.cons(pair((match Some(pair(1, "s")) { Some(m14) => 2.25, Some(_) => 0.5, None => 0.1, _ => 10.0, }), (1e-7 != 0.5)), map.values(map.set(map.from_list([]), 1, pair(0.5, true)))), fn (p15 :: (Float, Bool)) -> R1 { mkR1(pair(0.5, 0.0), set.from_list([1]), str.split("ab", "b"), (if true { 4611686018427387904 } else { 7 })) })
}
fn main() -> [io] Str {
  let v17 := fn (p16 :: Int) -> Int { p16 }
  io.print(str.trim(int.to_str(7)))
  io.print(str.concat("-7", "x,y"))
  let v18 := (100 + (int.max(3, 0) - int.min(100, 3)))
  let v21 := json.stringify(f13(fn (p19 :: Int) -> Int { list.len([123456.789]) }, fn (p20 :: Int) -> Int { (p20 * v18) }))
  io.print(v21)
  let v22 := json.stringify((-v18))
  io.print(v22)
  let v23 := json.stringify(result.unwrap_or(Err(int.to_str((if true { v18 } else { v18 }))), pair((map.size(map.from_list([pair("s", mkR1(pair(1.5, 1.5), set.new(), [], 1))])) + v18), mkR1(pair(1e16, 0.1), set.from_list([v18]), list.reverse(["lex"]), 10))))
  io.print(v23)
  json.stringify("-7")
}
