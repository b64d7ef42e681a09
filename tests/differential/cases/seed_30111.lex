import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3(Bool, Bool)
type U4 = C5 | C6(Int, Int) | C7(Bool, Int) | C8
fn rec11(a9 :: Int, a10 :: Bool) -> Int {
  if a9 <= 0 { a9 } else { let v12 := rec11(a9 - 1, (a9 >= option.unwrap_or(Some(a9), a9)))
  ((if a10 { (a9 * v12) } else { (if a10 { a9 } else { v12 }) }) + 10) }
}
fn main() -> [io] Float {
  let v17 := map.set(map.from_list(option.unwrap_or(Some([pair("s", 1.5)]), [("s", 1.5)])), json.stringify([(0, 1e-7, false), (935, 0.0, true)]), ((0.5 - 10.0) - (match C5 { C5 => 2.25, C6(2, -1) => 0.0, C6(m13, m14) => 1e16, C7(true, 7) => 10.0, C7(m15, m16) => 123456.789, C8 => 1e3, _ => 0.5, })))
  let v22 := json.stringify(rec11((int.abs((100 * 635)) % 40), set.is_subset(set.from_list([899]), set.union(set.from_list([1]), set.from_list([])))))
  io.print(v22)
  let v23 := json.stringify(str.trim((str.trim((match int.abs(4611686018427387904) { m18 => "zz top", m19 => "x,y", })) + (if (true and false) { pick(false, "b", "12") } else { "ab" }))))
  io.print(v23)
  let v24 := json.stringify(set.to_list(pick(false, set.union(set.from_list([]), set.delete(set.from_list(["s"]), " pad ")), set.from_list((match int.abs(7) { 2 => [], 2 => [], m20 => ["Hello"], m21 => ["€"], })))))
  io.print(v24)
  int.to_float(map.size(map.from_list([pair("s", [])])))
}
