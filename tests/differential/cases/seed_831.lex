import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn clip[T](xs :: List[T]) -> List[T] { if list.len(xs) > 24 { list.tail([]) } else { xs } }
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3 | C4 | C5(Int, Int)
fn walk8(a6 :: List[List[Bool]], a7 :: Int) -> List[Int] {
  match list.head(a6) { None => list.map([C2], fn (p11 :: U1) -> Int { a7 }), Some(h9) => {
  let v10 := walk8(list.tail(a6), map.size(pick(true, map.from_list([pair("s", set.new())]), map.from_list([("s", set.new())]))))
  clip(list.reverse(list.map(list.map(h9, fn (p12 :: Bool) -> (Str, Str, Str) { ("s", "s", "s") }), fn (p13 :: (Str, Str, Str)) -> Int { a7 })))
  } }
}
fn main() -> [io] Bool {
  let v15 := fn (p14 :: Str) -> Int { 10 }
  let v27 := json.stringify(walk8(list.map([100], fn (p16 :: Int) -> List[Bool] { clip([]) }), v15((match C2 { C2 => "€", C2 => "12", C3 => "tab\t", C4 => "q\"", C5(m17, m18) => "a", m19 => "", }))))
  io.print(v27)
  let v28 := json.stringify(((list.len([]) * v15(("q\"" + "€"))) % map.fold(pick(str.ends_with("3.5", "12"), map.from_list([pair(1, "s")]), pick(true, map.from_list([pair(1, "s")]), map.from_list([]))), ((0 + 7) * (1000000007 - 54)), fn (p20 :: Int, p21 :: Int, p22 :: Str) -> Int { (if true { p21 } else { p20 }) })))
  io.print(v28)
  let v29 := json.stringify((10.0 > ((-(match Some(Some(1.5)) { Some(Some(m23)) => 123456.789, Some(_) => 10.0, None => 0.0, m24 => 10.0, })) * apply(fn (p25 :: Str) -> Float { 0.0 }, result.unwrap_or_else(Ok(" pad "), fn (p26 :: Str) -> Str { p26 })))))
  io.print(v29)
  true
}
