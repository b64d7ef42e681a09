import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3 | C4(Float) | C5
type U6 = C7 | C8(Float) | C9(Int, U6, U6) | C10(Int, Float)
fn rec13(a11 :: Int, a12 :: Bool) -> Int {
  if a11 <= 0 { (a11 * (if a12 { a11 } else { a11 })) } else { let v14 := rec13(a11 - 1, a12)
  (a11 - v14) }
}
fn main() -> [io] Str {
  let v16 := list.sort_by(list.concat(list.cons([""], [[]]), option.unwrap_or(Some([[]]), [[]])), fn (p15 :: List[Str]) -> [io] Int { io.print("none")
  (if false { 7 } else { 10 }) })
  let v17 := 3
  let v29 := json.stringify(rec13(1100, str.starts_with(pick(false, "", "a"), ("b" + "€"))))
  io.print(v29)
  let v30 := json.stringify(str.slice(option.unwrap_or_else(pick((v17 > v17), str.strip_suffix("hé", " pad "), list.head(["tab\t"])), fn () -> Str { (if true { "3.5" } else { "tab\t" }) }), 3, 4))
  io.print(v30)
  let v31 := json.stringify((if pick((match int.abs(int.abs(v17)) { _ => false, 1 => (0.0 < 0.5), m18 => (C7 == C7), }), (v17 < (match C2 { C3 => v17, C2 => v17, C4(m20) => v17, C5 => 7, C3 => v17, C4(m19) => v17, m21 => v17, })), false) { pair((int.to_float(v17) * (0.5 + 10.0)), str.replace((match str.trim("zz top") { "Hello" => "12", m22 => m22, }), str.trim("a"), (if false { "q\"" } else { "Hello" }))) } else { pair((if (if false { false } else { false }) { (if false { 123456.789 } else { 0.0 }) } else { math.trunc(1.0) }), (match int.abs((v17 * v17)) { -1 => (if true { "-7" } else { "lex" }), m23 => ("ab" + "ab"), m24 => (match C7 { C7 => "€", C8(_) => "", C9(m25, m26, m27) => "tab\t", C10(m28, _) => "a", _ => "a", }), })) }))
  io.print(v31)
  result.unwrap_or_else(Err("q\""), fn (p32 :: Str) -> Str { p32 })
}
