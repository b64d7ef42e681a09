import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.result" as result
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { e :: Int, b :: Int, c :: Float }
fn mkR1(e :: Int, b :: Int, c :: Float) -> R1 { { e: e, b: b, c: c } }
type U2 = C3(Float, Int) | C4(Float)
type U5 = C6(Int, Str) | C7 | C8(U5, U5)
fn f13(a9 :: Int) -> Option[Result[Str, Str]] {
  let v12 := (if true { (match int.abs(a9) { m10 => f"<{int.to_str(m10)}|{int.to_str(m10)}>", -1 => pick(true, "3.5", " pad "), 3 => (if false { "-7" } else { "tab\t" }), m11 => "tab\t", }) } else { int.to_str(1) })
  list.head((match int.abs(int.abs(7)) { m14 => list.sort_by([Ok(v12)], fn (p15 :: Result[Str, Str]) -> Str { str.slice(v12, 0, 40) }), }))
}
fn main() -> [io] Str {
  io.print(str.slice(list.fold([false, true, true], str.trim("hé"), fn (p16 :: Str, p17 :: Bool) -> Str { str.slice(p16, 0, 40) }), 0, 40))
  let v19 := fn (p18 :: Str) -> Str { p18 }
  let v27 := json.stringify(f13((match C4(0.0) { C3(m20, m21) => int.abs(m21), C4(m22) => (695 - 7), C4(m23) => int.abs(1), m24 => (7 - 2), })))
  io.print(v27)
  let v28 := json.stringify((match int.abs((1 % 7)) { 2 => 4611686018427387904, m25 => 3, }))
  io.print(v28)
  let v29 := json.stringify(Some((if (result.unwrap_or_else(Err(""), fn (p26 :: Str) -> Str { p26 }) >= v19("b")) { str.cmp(("-7" + "lex"), "zz top") } else { pick((if false { true } else { false }), (2 - 100), (0 - 3)) })))
  io.print(v29)
  v19(v19(pick((100 != 185), v19("x,y"), pick(false, "-7", "lex"))))
}
