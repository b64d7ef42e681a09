import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.set" as set
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
type R1 = { g :: Int, e :: Set[Str] }
fn mkR1(g :: Int, e :: Set[Str]) -> R1 { { g: g, e: e } }
fn f3(a2 :: (Int) -> Float) -> ((Str, Bool), Str) {
  pair(pair(int.to_str((170 % (-3))), (mkR1(2, set.from_list([])) == mkR1(9, set.from_list(["s"])))), "none")
}
fn main() -> [io] R1 {
  let v6 := fn (p4 :: Int) -> List[Int] { list.sort_by((if false { [p4] } else { [] }), fn (p5 :: Int) -> Int { 0 }) }
  let v7 :: Option[Str] := None
  io.print((("€" + "lex") + (match pair(map.from_list([]), false) { (m8, false) => "€", (m9, true) => "zz top", m10 => " pad ", })))
  let v12 := fn (p11 :: Str) -> Str { str.slice(p11, 3, 6) }
  let v21 := json.stringify(f3(fn (p13 :: Int) -> Float { map.fold(map.from_list([pair(1, true)]), 0.0, fn (p14 :: Float, p15 :: Int, p16 :: Bool) -> Float { p14 }) }))
  io.print(v21)
  let v22 := json.stringify([])
  io.print(v22)
  let v23 := json.stringify((if tuple.fst((if ("zz top" >= "3.5") { pair(false, "zz top") } else { (match Ok("12") { Ok(" pad ") => pair(false, "zz top"), Ok(m17) => pair(true, m17), Err(m18) => pair(true, m18), _ => (false, "-7"), }) })) { ((if false { 1 } else { (3 + 32) }) % 10) } else { (((3 + 2) + (if true { 672 } else { 3 })) * int.abs((match v7 { Some("lex") => 7, None => 1, Some(m19) => 100, m20 => 100, }))) }))
  io.print(v23)
  mkR1(((if (7 == 3) { (if true { 0 } else { 100 }) } else { (-1000000007) }) / 97), set.from_list(list.concat(["x,y", "lex", " pad "], list.reverse(["Hello"]))))
}
