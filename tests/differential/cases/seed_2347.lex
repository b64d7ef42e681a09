import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2(Float, Str) | C3(Int, U1)
type U4 = C5 | C6(Int, Int) | C7(Float, Int) | C8(Int, Float)
fn walk11(a9 :: List[(Int, Int)], a10 :: Int) -> U4 {
  match list.head(a9) { None => C5, Some(h12) => {
  let v13 := walk11(list.tail(a9), a10)
  v13
  } }
}
fn main() -> [io] List[Int] {
  io.print((if pick(true, true, false) { (" pad " + "x,y") } else { "none" }))
  let v18 := [C2(pick(true, 10.0, 1e16), str.to_upper("12")), tuple.fst((if true { pair(C2(1.5, "s"), 835) } else { pair(C2(1.5, "s"), 1) })), C2((match C2(1.5, "s") { C2(m14, _) => m14, C3(m15, m16) => 1e16, m17 => 2.25, }), tuple.fst(("", 3)))]
  let v23 := json.stringify(walk11([pair(100, 10)], (100 - (11 + 65536))))
  io.print(v23)
  let v24 := json.stringify(10.0)
  io.print(v24)
  let v25 := json.stringify(option.unwrap_or_else(Some(list.reverse(list.filter([], fn (p19 :: Int) -> [io] Bool { io.print((match int.abs(p19) { 7 => " pad ", m20 => "ab", }))
  true }))), fn () -> List[Int] { list.map(list.map([], fn (p21 :: List[Int]) -> Option[Bool] { None }), fn (p22 :: Option[Bool]) -> Int { 7 }) }))
  io.print(v25)
  []
}
