import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn loop1(a2 :: Int, a3 :: Float) -> Float {
  if a2 <= 0 { a3 } else { loop1((a2 - 1), a3) }
}
fn main() -> [io] Option[Int] {
  let v4 := 7
  let v7 := fn (p5 :: Str) -> List[Int] { list.concat(list.map([[1.5]], fn (p6 :: List[Float]) -> Int { 7 }), option.unwrap_or_else(Some([]), fn () -> List[Int] { [] })) }
  let v8 := 10.0
  let v11 := list.fold(pick((true or false), list.reverse([]), set.to_list(set.from_list([]))), list.len((if true { [] } else { [Some(v4)] })), fn (p9 :: Int, p10 :: Int) -> Int { (p10 + p10) })
  let v17 := json.stringify(((int.abs((match int.abs(4611686018427387904) { 3 => v4, _ => v11, _ => 7, })) % 3000) |> loop1((pick(true, v8, v8) / v8))))
  io.print(v17)
  let v18 := json.stringify((pick((if (if true { true } else { true }) { false } else { (match (map.from_list([]), [true]) { (m12, m13) => false, (m14, m15) => true, m16 => false, }) }), list.head([v11]), str.to_int(f"<{int.to_str(v4)}|{int.to_str(v11)}>")) == list.head(v7(float.to_str(v8)))))
  io.print(v18)
  let v19 := json.stringify((((v4 + (v11 % 97)) * 7) != 3))
  io.print(v19)
  option.and_then(option.map((if (v4 == v11) { (if true { Some(v4) } else { Some(1) }) } else { map.get(map.from_list([("s", 1)]), "zz top") }), fn (p20 :: Int) -> Str { json.stringify(Some(v8)) }), fn (p21 :: Str) -> Option[Int] { (match (true, Some(v8)) { (true, Some(_)) => (match int.abs(v4) { m23 => Some(3), 0 => None, m24 => Some(v11), m25 => Some(v4), }), m22 => str.to_int(p21), }) })
}
