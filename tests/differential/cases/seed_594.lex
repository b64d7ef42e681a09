import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2(Int) | C3(Float, Int) | C4 | C5
fn try12(a6 :: Int, a7 :: Float) -> Result[Int, Str] {
  let v8 := result.map_err(result.map(result.and_then(Ok(pair(a6, a7)), fn (p9 :: (Int, Float)) -> Result[U1, Str] { Ok(C2(1)) }), fn (p10 :: U1) -> Bool { true }), fn (p11 :: Str) -> Str { str.join([], p11) })?
  option.unwrap_or((match int.abs((match int.abs(a6) { 2 => a6, m15 => a6, })) { m13 => map.get(map.from_list([]), "-7"), -1 => (if true { Some(Ok(a6)) } else { Some(Err("s")) }), m14 => list.head([Err("s")]), }), result.and_then((match str.trim("") { "tab\t" => Err("€"), m16 => Ok([a7]), }), fn (p17 :: List[Float]) -> Result[Int, Str] { Ok(a6) }))
}
fn main() -> [io] Str {
  let v18 := C5
  let v19 := pick((math.abs(1e3) < 123456.789), (if ([] == []) { str.len("tab\t") } else { (if true { 8 } else { 0 }) }), 0)
  let v22 := json.stringify(try12(str.cmp((if false { "zz top" } else { "b" }), (if true { "lex" } else { "a" })), tuple.fst((match pair(false, "") { (_, "") => pair(0.0, 1e3), (false, "b") => pair(1e3, 0.1), (false, "a") => pair(1.0, 0.1), _ => pair(1e3, 0.5), }))))
  io.print(v22)
  let v23 := json.stringify(((2 == map.size(map.from_list([("s", v19)]))) and (((v19 / 10) * (match str.trim("hé") { m20 => v19, m21 => v19, })) < v19)))
  io.print(v23)
  let v24 := json.stringify(Err("3.5"))
  io.print(v24)
  (str.slice(list.fold(list.map((if false { [v19] } else { [v19] }), fn (p25 :: Int) -> (Str, Bool) { ("q\"", false) }), ("3.5" + int.to_str(v19)), fn (p26 :: Str, p27 :: (Str, Bool)) -> Str { str.slice(p26, 0, 40) }), 0, 40) + "zz top")
}
