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
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2(Float, Int) | C3(Int) | C4(Float)
fn f18(a5 :: (Int, U1, Int)) -> (Int, Int, Int) {
  let v8 :: Int := list.len(list.map(list.map([], fn (p6 :: Str) -> (Int, Int) { pair(1, 1) }), fn (p7 :: (Int, Int)) -> Bool { true }))
  let v17 := (if set.has(set.union(set.from_list(["s"]), set.from_list(["s"])), "ab") { (match Ok(v8) { Ok(m9) => option.and_then(Some(m9), fn (p13 :: Int) -> Option[List[Bool]] { Some([]) }), Ok(m10) => map.get(map.from_list([]), ""), Err(m11) => None, m12 => option.map(Some(false), fn (p14 :: Bool) -> List[Bool] { [p14] }), }) } else { (if (v8 < 2) { (match int.abs(675) { 3 => Some([true]), -1 => Some([true]), m15 => None, }) } else { option.and_then(None, fn (p16 :: Result[Bool, Str]) -> Option[List[Bool]] { Some([]) }) }) })
  (v8, (match C3(set.size(set.from_list(["s"]))) { C2(_, m19) => (if (not false) { (100 / 10) } else { (match int.abs(v8) { 7 => v8, _ => v8, }) }), C3(_) => int.max(str.len("q\""), (match pair(pair(1.5, v8), v8) { _ => v8, (m22, 7) => 326, m23 => 2, _ => v8, })), C4(m20) => 2, m21 => v8, }), 913)
}
fn main() -> [io] Str {
  let v25 := (int.abs((140 + 1)) - apply(fn (p24 :: Float) -> Int { 1 }, (if false { 2.25 } else { 1e16 })))
  let v26 := pair(123456.789, map.get(map.from_list([pair("s", true)]), int.to_str(3)))
  let v27 := "b"
  let v32 := json.stringify(f18((float.to_int(10.0), C4(1e16), (match v26 { (m29, m30) => v25, m31 => v25, }))))
  io.print(v32)
  let v33 := json.stringify(int.to_str(0))
  io.print(v33)
  let v34 := json.stringify(1)
  io.print(v34)
  str.to_lower(v27)
}
