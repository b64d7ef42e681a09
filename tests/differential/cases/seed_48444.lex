import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2(Int) | C3(Int, Bool) | C4(Float)
fn f6(a5 :: List[Option[Float]]) -> Int {
  (-(float.to_int(int.to_float(0)) - option.unwrap_or(option.map(Some(810), fn (p7 :: Int) -> Int { p7 }), 10)))
}
fn rec10(a8 :: Int, a9 :: Float) -> (Int, Float, Int) {
  if a8 <= 0 { ((7 / a8), 10.0, pick(true, a8, a8)) } else { let v11 := rec10(a8 - 1, a9)
  v11 }
}
fn main() -> [io] U1 {
  let v21 := (if ((1e16 * 1e16) >= (match None { Some((m12, false)) => m12, Some(m13) => 1e-7, None => 10.0, m14 => 0.5, })) { ((match C2(1) { C2(m15) => m15, C3(1, false) => 100, C3(m16, m17) => m16, _ => 1, }), 780, pick(true, "", "hé")) } else { ((2 - 3), f6([Some(1.5)]), (match None { Some(m18) => "€", Some(m19) => "hé", None => "q\"", m20 => "tab\t", })) })
  let v22 :: Str := "none"
  let v35 := json.stringify(f6(list.concat([Some(1e3)], pick(false, [None], [Some(1.5)]))))
  io.print(v35)
  let v36 := json.stringify(rec10(1, (pick(false, 0.1, 1e16) - int.to_float(10))))
  io.print(v36)
  let v37 := json.stringify(list.head(list.filter(list.reverse((match C2(1) { C2(m23) => [], C3(m24, m25) => [], C4(m26) => [], m27 => [], })), fn (p28 :: U1) -> Bool { (if true { false } else { true }) })))
  io.print(v37)
  let v38 := json.stringify(Some((if (f6([]) != (0 - 1000000007)) { (match Some(Ok(7)) { Some(m29) => pick(false, 1, 100), Some(m30) => (689 - 3), None => (4611686018427387904 / 97), _ => list.fold([map.from_list([])], 1, fn (p31 :: Int, p32 :: Map[Str, Str]) -> Int { p31 }), }) } else { (match (if false { v21 } else { v21 }) { (1, 7, m33) => f6([None]), m34 => int.abs(10), }) })))
  io.print(v38)
  C3((-1), ("hé" == (if true { v22 } else { v22 })))
}
