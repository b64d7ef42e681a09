import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.math" as math
import "std.set" as set
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { e :: Int, g :: Int }
fn mkR1(e :: Int, g :: Int) -> R1 { { e: e, g: g } }
fn rec4(a2 :: Int, a3 :: Float) -> Bool {
  if a2 <= 0 { (0.1 == int.to_float(a2)) } else { let v5 := rec4(a2 - 1, a3)
  let v6 := rec4(a2 - 2, a3)
  (not v5) }
}
fn main() -> [io] Bool {
  let v10 := fn (p7 :: Bool) -> Map[Str, Int] { (if ("zz top" > "a") { map.set(map.from_list([]), "hé", 7) } else { (match Some(mkR1(1, 1)) { Some(m8) => map.from_list([]), Some(_) => map.from_list([pair("s", 1)]), None => map.from_list([]), m9 => map.from_list([("s", 1)]), }) }) }
  let v13 := fn (p11 :: Int, p12 :: Bool) -> Int { 7 }
  let v20 :: Int := ((match pair(1e16, (242, "q\"")) { (m17, (m18, _)) => m18, m19 => (if false { 100 } else { 100 }), }) % 7)
  let v21 := json.stringify(rec4((int.abs(v20) % 9), (if false { (0.0 * 0.1) } else { pick(false, 123456.789, 123456.789) })))
  io.print(v21)
  let v22 := json.stringify(mkR1(v20, v20))
  io.print(v22)
  let v23 := json.stringify(mkR1(set.size((if (not true) { set.intersect(set.from_list([]), set.from_list([])) } else { set.add(set.from_list([]), "hé") })), v20))
  io.print(v23)
  rec4(9, (match int.abs((if rec4((int.abs(v20) % 9), 10.0) { int.min(v20, v20) } else { (v20 * v20) })) { 2 => math.abs(1.0), 7 => (math.min(1.0, 1.0) * (0.0 / 1.0)), }))
}
