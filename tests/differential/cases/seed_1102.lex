import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.result" as result
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { c :: (Float, Float), f :: Int, g :: Bool }
fn mkR1(c :: (Float, Float), f :: Int, g :: Bool) -> R1 { { c: c, f: f, g: g } }
type R2 = { e :: (Bool, Int), f :: List[Bool] }
fn mkR2(e :: (Bool, Int), f :: List[Bool]) -> R2 { { e: e, f: f } }
type U3 = C4(Int, Int) | C5
fn try11(a6 :: Int, a7 :: Bool) -> Result[Float, Str] {
  let v8 := result.and_then(result.or_else(Err("lex"), fn (p9 :: Str) -> Result[U3, Str] { Err(p9) }), fn (p10 :: U3) -> Result[Str, Str] { (if false { Ok("3.5") } else { Ok("Hello") }) })?
  Ok(math.sqrt((123456.789 % 123456.789)))
}
fn main() -> [io] Str {
  let v12 := 10.0
  let v13 := (((v12 * v12) / (0.5 * v12)), ((10 % 3) * 10))
  let v26 := json.stringify(try11((match pair(v12, 3) { (m14, m15) => m15, (m16, m17) => (m17 % m17), _ => (3 / (-3)), }), (if list.is_empty([100]) { ([] == ["12"]) } else { true })))
  io.print(v26)
  let v27 := json.stringify(str.to_upper("-7"))
  io.print(v27)
  let v28 := json.stringify(tuple.fst((match (match v13 { (m21, m22) => C4(m22, 10), }) { C4(m18, m19) => pick((m19 <= m19), pair("Hello", v12), (match mkR2((true, m19), [true]) { { e: (_, _) } => pair("Hello", 0.0), m23 => pair("q\"", v12), { e: (m24, m25) } => pair("x,y", 1e16), })), C5 => pair(str.concat("x,y", "lex"), (v12 * v12)), m20 => pair(tuple.fst(("-7", 100)), math.trunc(v12)), })))
  io.print(v28)
  " pad "
}
