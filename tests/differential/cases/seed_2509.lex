import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { b :: List[Int] }
fn mkR1(b :: List[Int]) -> R1 { { b: b } }
fn loop2(a4 :: Int, a5 :: Result[Int, Str]) -> Result[Int, Str] {
  if a4 <= 0 { a5 } else { loop3((a4 - 2), a5) }
}
fn loop3(a6 :: Int, a7 :: Result[Int, Str]) -> Result[Int, Str] {
  if a6 <= 0 { a7 } else { loop2((a6 - 1), result.or_else(a7, fn (p8 :: Str) -> Result[Int, Str] { option.ok_or(Some(a6), p8) })) }
}
fn main() -> [io] List[Int] {
  let v10 := list.head(list.sort_by(["b", "€", "b"], fn (p9 :: Str) -> Int { 10 }))
  io.print(str.join(list.cons("ab", ["lex"]), ("-7" + "tab\t")))
  let v16 := json.stringify(loop2(13, option.ok_or(Some(496), "hé")))
  io.print(v16)
  let v17 := json.stringify(math.ceil(list.fold(list.filter([map.from_list([])], fn (p11 :: Map[Str, Int]) -> Bool { true }), 1.0, fn (p12 :: Float, p13 :: Map[Str, Int]) -> Float { 2.25 })))
  io.print(v17)
  let v18 := json.stringify(pick((list.len(list.concat([], [])) == (-(match Some(0) { Some(m14) => m14, None => 3, Some(m15) => m15, _ => 2, }))), ((math.round(2.25) - 123456.789) + int.to_float(pick(false, 3, 3))), 0.5))
  io.print(v18)
  list.reverse(list.map((match (match v10 { Some("x,y") => v10, Some(m20) => v10, None => v10, m21 => m21, }) { Some("Hello") => map.values(map.from_list([])), Some(_) => list.concat([1.0], [0.5]), None => (if true { [0.1] } else { [] }), m19 => list.sort_by([123456.789], fn (p22 :: Float) -> [io] Str { io.print((match Some((1, p22, true)) { Some((3, m23, false)) => "3.5", Some(m24) => "", None => "ab", _ => "b", }))
  str.slice("Hello", 0, 40) }), }), fn (p25 :: Float) -> Int { set.size(set.from_list([])) }))
}
