import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn rec3(a1 :: Int, a2 :: Float) -> Int {
  if a1 <= 0 { ((if false { a1 } else { a1 }) - a1) } else { let v4 := rec3(a1 - 1, (if (if false { false } else { true }) { (a2 + a2) } else { pick(true, a2, a2) }))
  pick(option.unwrap_or_else(list.head([true]), fn () -> Bool { true }), map.fold(map.set(map.from_list([pair("s", 1)]), "q\"", v4), (a1 + a1), fn (p5 :: Int, p6 :: Str, p7 :: Int) -> Int { v4 }), ((if false { v4 } else { 0 }) + a1)) }
}
fn main() -> [io] Str {
  io.print((json.stringify([true]) + float.to_str(10.0)))
  let v11 := json.stringify(rec3(2, 0.1))
  io.print(v11)
  let v12 := json.stringify((10 % ((match map.get(map.from_list([]), " pad ") { Some(m8) => (669 % (-3)), Some(_) => (match Some(false) { Some(true) => 419, Some(_) => 0, m10 => 2, }), None => 3, m9 => str.cmp("q\"", "Hello"), }) % (-3))))
  io.print(v12)
  let v13 := json.stringify(((int.abs(10) % 5) |> rec3(((if false { pick(false, 2.25, 1e-7) } else { (1e-7 + 123456.789) }) * math.floor((0.1 + 1e16))))))
  io.print(v13)
  result.unwrap_or(result.map_err(result.map_err(result.and_then(Err("lex"), fn (p14 :: Option[Int]) -> Result[Str, Str] { Ok("s") }), fn (p15 :: Str) -> Str { p15 }), fn (p16 :: Str) -> Str { " pad " }), (str.concat(str.slice(list.fold([], "a", fn (p17 :: Str, p18 :: Option[Int]) -> Str { str.slice(p17, 0, 40) }), 0, 40), "lex") + (if false { (match (" pad ", false) { m19 => "hé", m20 => "", m22 => "lex", }) } else { str.join(["b"], "hé") })))
}
