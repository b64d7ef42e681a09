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
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn loop1(a2 :: Int, a3 :: Result[Int, Str]) -> Result[Int, Str] {
  if a2 <= 0 { a3 } else { loop1((a2 - 2), Ok((match option.ok_or(Some(1e3), "zz top") { Ok(m4) => 2, Ok(m5) => (a2 - a2), Err(m6) => a2, m7 => list.len([(true, a2)]), }))) }
}
fn main() -> [io] Int {
  let v9 := fn (p8 :: Float) -> Float { pick((2 != 0), (p8 * p8), 0.5) }
  let v17 := json.stringify(loop1(61, Err((if true { "ab" } else { "tab\t" }))))
  io.print(v17)
  let v18 := json.stringify((((map.fold(map.from_list([(1, 1)]), 3, fn (p10 :: Int, p11 :: Int, p12 :: Int) -> Int { p10 }) * (2 * 7)) * (match (0 |> loop1(Ok(1))) { Ok(m13) => (m13 * m13), Ok(m14) => (m14 - m14), Err(_) => (if true { 964 } else { 2 }), _ => str.len("a"), })) / (-3)))
  io.print(v18)
  let v19 := json.stringify(str.cmp((pick(true, str.to_upper("ab"), (match Some(false) { Some(true) => "", Some(_) => "zz top", _ => "zz top", })) + pick((match Some(10.0) { Some(m15) => true, Some(_) => false, m16 => false, }), "tab\t", (if false { "" } else { "b" }))), float.to_str(1e-7)))
  io.print(v19)
  (3 / ((if set.is_subset(set.from_list([]), set.from_list([1])) { (match int.abs(10) { 2 => 3, 1 => 1, m20 => m20, }) } else { map.size(map.from_list([pair("s", (1.5, "s", "s"))])) }) - (if map.has(map.from_list([pair(1, 1)]), 100) { 10 } else { (if true { 10 } else { 10 }) })))
}
