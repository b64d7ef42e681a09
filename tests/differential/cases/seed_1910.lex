import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3 | C4 | C5(Int, Bool)
fn loop6(a7 :: Int, a8 :: Int) -> Int {
  if a7 <= 0 { a8 } else { let v9 := C2
  loop6((a7 - 1), 10) }
}
fn main() -> [io] Str {
  io.print(pick(false, "none", str.to_upper("ab")))
  let v22 := json.stringify(loop6((int.abs(2) % 1500), ((match Some(Some(1)) { Some(m10) => 1, Some(m11) => 153, None => 54, _ => 100, }) % 97)))
  io.print(v22)
  let v23 := json.stringify(str.replace(("x,y" + "12"), (match Err(" pad ") { Ok(_) => "q\"", Ok(m12) => m12, Err(m13) => m13, m14 => "-7", }), str.join([], "€")))
  io.print(v23)
  let v24 := json.stringify((if (true and (if option.unwrap_or(Some(false), true) { false } else { pick(false, false, true) })) { 0.1 } else { list.fold(["x,y", str.char_at("b", 100), str.slice(list.fold([], "a", fn (p15 :: Str, p16 :: Int) -> Str { str.slice("tab\t", 0, 40) }), 0, 40)], ((match int.abs(2) { 7 => 2.25, m17 => 0.1, }) + (10.0 * 0.5)), fn (p18 :: Float, p19 :: Str) -> Float { list.fold([], p18, fn (p20 :: Float, p21 :: Map[Str, Int]) -> Float { p18 }) }) }))
  io.print(v24)
  ((if (C2 == C3) { str.join((if true { ["-7"] } else { ["-7"] }), "a") } else { "q\"" }) + (str.join(list.reverse([""]), (if false { "b" } else { "hé" })) + ("€" + "b")))
}
