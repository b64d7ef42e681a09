import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn clip[T](xs :: List[T]) -> List[T] { if list.len(xs) > 24 { list.tail([]) } else { xs } }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3(Int, U1) | C4(Int, Float)
fn rec7(a5 :: Int, a6 :: Float) -> List[Int] {
  if a5 <= 0 { list.filter((match int.abs(a5) { m8 => [m8], _ => [], m9 => [m9], }), fn (p10 :: Int) -> Bool { true }) } else { let v11 := rec7(a5 - 1, a6)
  clip(list.map((if str.contains("", "b") { (if true { [] } else { [""] }) } else { ["hé", "Hello"] }), fn (p12 :: Str) -> Int { a5 })) }
}
fn main() -> [io] U1 {
  let v15 := fn (p13 :: Str, p14 :: Str) -> U1 { (if (10 >= 7) { C3(2, C2) } else { result.unwrap_or(Ok(C2), C2) }) }
  io.print((if (false or false) { ("lex" + "Hello") } else { str.trim("b") }))
  let v22 := json.stringify(rec7((int.abs((3 + 3)) % 15), (math.sqrt(1e-7) / result.unwrap_or_else(Ok(1e3), fn (p16 :: Str) -> Float { 123456.789 }))))
  io.print(v22)
  let v23 := json.stringify(C3(3, C3((pick(true, 2, 2) + (359 - 1)), C3((0 - 351), (match Ok(100) { Err(m19) => C2, Ok(m17) => C2, Ok(m18) => C2, m20 => C2, })))))
  io.print(v23)
  let v24 := json.stringify(set.from_list((if true { list.concat((if true { [] } else { [0] }), [7]) } else { list.reverse(result.unwrap_or_else(Ok([]), fn (p21 :: Str) -> List[Int] { [] })) })))
  io.print(v24)
  C3(19, v15(json.stringify((match Some(0.0) { Some(m25) => C2, Some(_) => C2, None => C2, m26 => C2, })), "none"))
}
