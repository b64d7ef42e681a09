import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3(U1) | C4(Str, Float, U1)
fn loop5(a6 :: Int, a7 :: Float) -> Float {
  if a6 <= 0 { a7 } else { match (a6 % 3) { 0 => loop5((a6 - 2), a7), 1 => loop5((a6 - 1), (a7 + a7)), _ => loop5((a6 - 1), math.floor(10.0)), } }
}
fn main() -> [io] Option[(Str, Int)] {
  let v12 := (str.join(list.cons("tab\t", ["a"]), (match pair(Some(1), 0.0) { (Some(m9), m10) => "Hello", m8 => "€", m11 => "a", })) + "none")
  let v13 :: (Int, (Float, Str)) := pair(3, (pick(false, 10.0, 1e3), (v12 + v12)))
  let v16 := fn (p14 :: Int, p15 :: Str) -> Map[Str, Int] { map.delete(map.set(map.from_list([pair("s", 1)]), v12, p14), "lex") }
  let v18 := json.stringify(loop5((int.abs(apply(fn (p17 :: Int) -> Int { p17 }, 100)) % 20), ((1e3 % 0.1) + (if false { 123456.789 } else { 1.0 }))))
  io.print(v18)
  let v19 := json.stringify(json.stringify("3.5"))
  io.print(v19)
  let v20 := json.stringify(C3(C2))
  io.print(v20)
  option.map(tuple.fst((pick(true, Some([v12]), None), (123456.789 + 2.25))), fn (p21 :: List[Str]) -> (Str, Int) { (pick(true, v12, v12), (100 - 7)) })
}
