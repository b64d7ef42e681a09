import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3
fn rec6(a4 :: Int, a5 :: Bool) -> Int {
  if a4 <= 0 { pick(set.is_subset(set.from_list([a4]), set.from_list([a4])), (a4 - a4), 3) } else { let v7 := rec6(a4 - 1, a5)
  (2 / (if a5 { int.min(v7, v7) } else { a4 })) }
}
fn main() -> [io] List[Int] {
  let v8 := [map.has(map.from_list([pair(1, Err("e"))]), rec6(21, false)), true, false]
  let v9 := float.to_int(math.max(option.unwrap_or(Some(1e-7), 1e-7), 0.5))
  let v12 := json.stringify(rec6(31, (str.join(["€"], "Hello") > (match int.abs(3) { 7 => "a", -1 => "b", 0 => "-7", m10 => " pad ", }))))
  io.print(v12)
  let v13 := json.stringify(str.to_lower("hé"))
  io.print(v13)
  let v14 := json.stringify(rec6(8, result.unwrap_or((if false { (if true { Err("zz top") } else { Ok(true) }) } else { result.map(Ok("zz top"), fn (p11 :: Str) -> Bool { true }) }), (rec6(8, true) < rec6((int.abs(3) % 40), true)))))
  io.print(v14)
  (if (pick((v9 > 1), pick(true, C2, C2), C2) == option.unwrap_or(option.and_then(Some(v9), fn (p15 :: Int) -> Option[U1] { Some(C2) }), C2)) { [pick((false != false), (if true { v9 } else { v9 }), (v9 * v9)), (match C2 { C2 => 10, C3 => list.fold(v8, v9, fn (p17 :: Int, p18 :: Bool) -> [io] Int { io.print("zz top")
  v9 }), m16 => (3 |> rec6(true)), })] } else { [(list.fold([123456.789], v9, fn (p19 :: Int, p20 :: Float) -> [io] Int { io.print(("hé" + "hé"))
  p19 }) - 3)] })
}
