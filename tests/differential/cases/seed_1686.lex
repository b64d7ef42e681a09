import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn loop1(a2 :: Int, a3 :: Bool) -> Bool {
  if a2 <= 0 { a3 } else { match (a2 % 2) { 1 => loop1((a2 - 2), a3), _ => loop1((a2 - 1), pick(a3, a3, (int.abs(a2) >= int.abs(a2)))), } }
}
fn main() -> [io] List[Int] {
  let v5 := fn (p4 :: Float) -> Set[Str] { set.intersect(set.add(set.from_list([]), " pad "), set.union(set.from_list([]), set.from_list(["s"]))) }
  io.print(str.slice((if false { "3.5" } else { "b" }), 2, 5))
  let v11 := (if (("x,y" <= " pad ") or (true and true)) { ((match Some(set.from_list([])) { Some(m6) => "q\"", Some(m7) => "lex", None => "lex", m8 => "12", }) + (match (Some(true), set.from_list([])) { (m9, _) => "€", m10 => "zz top", })) } else { "none" })
  let v13 := json.stringify((0 |> loop1(option.unwrap_or(option.and_then(Some([]), fn (p12 :: List[Str]) -> Option[Bool] { None }), str.starts_with(v11, v11)))))
  io.print(v13)
  let v14 := json.stringify(list.range(0, 10))
  io.print(v14)
  let v15 := json.stringify(None)
  io.print(v15)
  list.reverse(list.filter(list.cons((691 - 100), list.cons(7, [100])), fn (p16 :: Int) -> [io] Bool { io.print(str.join([v11], v11))
  (match int.abs(p16) { _ => true, 3 => false, 2 => true, m17 => false, }) }))
}
