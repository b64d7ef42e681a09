import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3(Int)
fn f8(a4 :: Bool, a5 :: Int) -> [io] Str {
  let v7 := fn (p6 :: Str) -> Str { (if pick(a4, a4, a4) { f"<{p6}|{int.to_str(a5)}>" } else { str.concat(p6, p6) }) }
  io.print(json.stringify(0))
  v7(v7(int.to_str(map.size(map.from_list([("s", 1.5)])))))
}
fn main() -> [io] U1 {
  let v15 := str.char_at(((match C2 { C2 => "€", C3(m9) => "lex", m10 => "ab", }) + ("3.5" + "3.5")), (if (3 < 1) { 10 } else { (match pair((1, 1, "s"), 1.0) { ((_, m11, m12), m13) => m11, m14 => 100, }) }))
  let v18 := option.map(option.and_then((if true { Some([]) } else { Some([]) }), fn (p16 :: List[Int]) -> Option[(Bool, Int)] { Some(pair(true, 1)) }), fn (p17 :: (Bool, Int)) -> List[Int] { list.cons(255, [10]) })
  let v24 := json.stringify(f8((C3(2) == C2), list.fold(list.filter([v15], fn (p19 :: Str) -> [io] Bool { io.print(str.concat(v15, "b"))
  true }), str.cmp(v15, v15), fn (p20 :: Int, p21 :: Str) -> [io] Int { io.print(pick(true, v15, "hé"))
  p20 })))
  io.print(v24)
  let v25 := json.stringify(option.and_then(None, fn (p22 :: Bool) -> Option[List[Str]] { option.or_else(option.and_then(Some(C2), fn (p23 :: U1) -> Option[List[Str]] { Some([]) }), fn () -> Option[List[Str]] { Some([v15]) }) }))
  io.print(v25)
  let v26 := json.stringify(str.join([str.join([v15], v15), option.unwrap_or(Some(v15), f8(true, 0)), f8((true and true), 3)], option.unwrap_or(map.get(map.set(map.from_list([]), v15, v15), v15), v15)))
  io.print(v26)
  C2
}
