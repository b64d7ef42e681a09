import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.result" as result
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int { fn (x :: Int) -> Int { g(f(x)) } }
type R1 = { b :: (Int, Int) }
fn mkR1(b :: (Int, Int)) -> R1 { { b: b } }
fn try8(a2 :: Bool, a3 :: Float) -> Result[Set[Int], Str] {
  let v4 := result.map(result.map_err(result.map_err(Err("3.5"), fn (p5 :: Str) -> Str { "12" }), fn (p6 :: Str) -> Str { p6 }), fn (p7 :: List[Bool]) -> List[Bool] { list.cons(a2, []) })?
  pick(pick(false, (match mkR1((1, 1)) { m9 => a2, m10 => a2, }), a2), Err(pick(a2, "€", "")), Err(""))
}
fn main() -> [io] Int {
  let v13 := int.abs(result.unwrap_or(result.unwrap_or_else(Err("x,y"), fn (p11 :: Str) -> Result[Int, Str] { Err("s") }), apply(fn (p12 :: Str) -> Int { 625 }, "Hello")))
  io.print("")
  let v19 := json.stringify(try8(false, apply(fn (p14 :: Bool) -> Float { 123456.789 }, (7 != v13))))
  io.print(v19)
  let v20 := json.stringify((match int.abs(10) { 2 => "lex", 3 => (match int.abs(pick((v13 != v13), 10, compose(fn (x :: Int) -> Int { x * 2 }, fn (x :: Int) -> Int { x - 3 })(v13))) { 0 => "ab", 3 => (if false { "q\"" } else { "lex" }), -1 => (f"<{int.to_str(v13)}|{int.to_str(v13)}>" + str.char_at(" pad ", v13)), m16 => str.slice(list.fold(list.range(0, 200), ("q\"" + "-7"), fn (p17 :: Str, p18 :: Int) -> Str { str.slice("tab\t", 0, 40) }), 0, 40), }), m15 => int.to_str(3), }))
  io.print(v20)
  let v21 := json.stringify(v13)
  io.print(v21)
  (7 - (if (v13 < pick(false, v13, v13)) { ((match int.abs(v13) { 7 => v13, m22 => v13, }) / 3) } else { 1 }))
}
