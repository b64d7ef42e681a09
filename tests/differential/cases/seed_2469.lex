import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { b :: Int, c :: (Int, Float) }
fn mkR1(b :: Int, c :: (Int, Float)) -> R1 { { b: b, c: c } }
type U2 = C3 | C4
fn walk7(a5 :: List[U2], a6 :: Int) -> Float {
  match list.head(a5) { None => (pick(true, 1e3, 123456.789) * (1e3 % 1e16)), Some(h8) => {
  let v9 := walk7(list.tail(a5), (match (match h8 { C3 => h8, C4 => h8, _ => h8, }) { C3 => (a6 * 1), _ => 100, }))
  v9
  } }
}
fn main() -> [io] Int {
  let v11 := map.merge(map.from_list(list.sort_by([("s", C3)], fn (p10 :: (Str, U2)) -> Int { 759 })), map.from_list(list.tail([])))
  let v12 := None
  io.print(("none" + str.concat("12", "€")))
  let v14 := set.from_list(list.filter(["b", "b", "tab\t"], fn (p13 :: Str) -> Bool { true }))
  let v34 := json.stringify(walk7((match pair(0.5, [2]) { (m15, m16) => list.map([], fn (p20 :: Option[Int]) -> U2 { C3 }), (m17, m18) => list.tail([]), m19 => list.map([], fn (p21 :: (Str, Str)) -> U2 { C3 }), }), ((10 % (-3)) / 7)))
  io.print(v34)
  let v35 := json.stringify((if (int.to_str((100 / 97)) == (str.join(["a"], "x,y") + pick(true, "-7", " pad "))) { (match (match (match mkR1(7, (1, 1.5)) { { c: (m26, m27), b: 1 } => v12, { b: -1 } => Some("tab\t"), m28 => v12, }) { Some(m23) => C3, None => C4, Some(m24) => C3, m25 => C3, }) { C3 => 2, C4 => int.abs((2 - 0)), m22 => (3 * (match mkR1(100, pair(1, 1.5)) { { b: 7, c: (m29, m30) } => m29, m31 => 0, })), }) } else { (str.cmp(str.slice("12", 2, 4), (match Some(pair(1, 1.5)) { Some(_) => "", Some(m32) => "-7", None => "-7", m33 => "lex", })) * str.cmp("", "x,y")) }))
  io.print(v35)
  let v36 := json.stringify(C3)
  io.print(v36)
  2
}
