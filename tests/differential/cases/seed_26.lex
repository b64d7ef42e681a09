import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.result" as result
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { d :: List[Int], h :: (Int, Bool) }
fn mkR1(d :: List[Int], h :: (Int, Bool)) -> R1 { { d: d, h: h } }
type R2 = { g :: Set[Int], b :: R1 }
fn mkR2(g :: Set[Int], b :: R1) -> R2 { { g: g, b: b } }
type U3 = C4 | C5(Str, Float, U3)
type U6 = C7 | C8(Int, Str, U6, U6) | C9(U6, U6) | C10(U6, U6)
fn build11(a12 :: Int, a13 :: Int) -> U6 {
  if a12 <= 0 { C7 } else { match (((a12 + a12) / a13) % 4) { 0 => C7, 1 => C8(int.min(a12, a13), ("3.5" + "ab"), build11(a12 - 1, a13 * 7 + 3), build11(a12 - 1, a13 * 1 + 2)), 2 => C9(build11(a12 - 1, a13 * 7 + 4), build11(a12 - 1, a13 * 3 + 9)), _ => C10(build11(a12 - 1, a13 * 7 + 6), build11(a12 - 1, a13 * 3 + 8)), } }
}
fn fold14(a15 :: U6) -> Str {
  match a15 { C7 => {
  str.slice(((if (not false) { "x,y" } else { "" }) + int.to_str(int.abs(1))), 0, 40)
  }, C8(_, m16, _, _) => {
  str.slice(f"<{m16}|{m16}>", 0, 40)
  }, C9(m17, m18) => {
  let v19 := fold14(m17)
  let v20 := fold14(m18)
  str.slice((v19 + int.to_str(result.unwrap_or(Ok(100), 10))), 0, 40)
  }, C10(m21, _) => {
  let v22 := fold14(m21)
  str.slice("lex", 0, 40)
  }, }
}
fn main() -> [io] Bool {
  io.print((if (1e3 > 1e16) { (match Ok(2) { Ok(_) => "a", Ok(m23) => "a", m25 => "€", }) } else { float.to_str(2.25) }))
  let v28 := json.stringify(build11(6, 7))
  io.print(v28)
  let v29 := json.stringify(fold14((match C5("x,y", 1e-7, C4) { C4 => build11(1, 100), })))
  io.print(v29)
  let v30 := json.stringify("none")
  io.print(v30)
  let v31 := json.stringify((C7 |> fold14()))
  io.print(v31)
  str.ends_with("none", (str.slice("none", 3, 6) + pick(pick(true, false, true), fold14(C7), (if true { "12" } else { "Hello" }))))
}
