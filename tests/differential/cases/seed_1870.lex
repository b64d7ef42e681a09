import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
type R1 = { d :: Int }
fn mkR1(d :: Int) -> R1 { { d: d } }
type U2 = C3 | C4(Float, Int)
fn loop5(a6 :: Int, a7 :: Float, a8 :: Int) -> [io] Float {
  if a6 <= 0 { a7 } else { if a6 % 50 == 0 { io.print("loop5") } else { () }
  let v9 := "b"
  loop5((a6 - 1), (a7 % 2.25), 3) }
}
fn main() -> [io] Bool {
  io.print((if (if false { false } else { false }) { option.unwrap_or(None, "x,y") } else { str.char_at("lex", 2) }))
  let v10 := int.min(10, map.size(map.from_list([])))
  let v22 := json.stringify(loop5((int.abs(int.max(v10, v10)) % 300), loop5((int.abs(v10) % 300), (1e-7 * 1e-7), map.fold(map.from_list([pair(1, 1)]), v10, fn (p11 :: Int, p12 :: Int, p13 :: Int) -> [io] Int { io.print((match (Some("s"), None) { (Some(_), Some(m14)) => m14, m15 => "lex", }))
  p12 })), (-result.unwrap_or_else(Ok(v10), fn (p16 :: Str) -> Int { v10 }))))
  io.print(v22)
  let v23 := json.stringify(map.fold(map.set(map.from_list(option.unwrap_or_else(None, fn () -> List[(Str, Int)] { [pair("s", 1)] })), (match mkR1(v10) { { d: m17 } => (if false { "Hello" } else { "lex" }), m18 => f"<{int.to_str(v10)}|{int.to_str(v10)}>", }), v10), v10, fn (p19 :: Int, p20 :: Str, p21 :: Int) -> [io] Int { io.print((if true { p20 } else { p20 }))
  ((10 / 10) + (p21 - 3)) }))
  io.print(v23)
  let v24 := json.stringify(C3)
  io.print(v24)
  false
}
