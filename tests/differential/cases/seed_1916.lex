import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn f3(a1 :: Int) -> List[Int] {
  let v2 := "lex"
  list.filter(list.filter(list.range(0, 50), fn (p4 :: Int) -> Bool { (match Some(1e3) { Some(m5) => true, Some(m6) => true, None => false, m7 => false, }) }), fn (p8 :: Int) -> Bool { false })
}
fn main() -> [io] List[List[Str]] {
  let v12 := (((if true { "tab\t" } else { "" }) + (match pair([], [1]) { m9 => "a", m10 => "lex", m11 => "", })) + "tab\t")
  let v22 := json.stringify(f3((str.len(v12) - (match Some(0.0) { Some(m13) => 0, Some(m14) => 0, None => 10, m15 => 10, }))))
  io.print(v22)
  let v23 := json.stringify(str.len((pick((match str.trim("b") { "tab\t" => false, "b" => true, "12" => true, m16 => false, }), v12, (match str.trim(v12) { "12" => v12, m17 => "zz top", m18 => m18, m19 => m19, })) + json.stringify((if true { set.from_list(["s"]) } else { set.from_list([v12]) })))))
  io.print(v23)
  let v24 := json.stringify(str.char_at(v12, pick((if (match (set.from_list([]), (v12, true, v12)) { m20 => false, m21 => false, }) { false } else { pick(true, true, false) }), option.unwrap_or_else(Some(233), fn () -> Int { 7 }), ((if false { 10 } else { 2 }) % 10))))
  io.print(v24)
  list.reverse([(match int.abs(list.fold(["a"], 0, fn (p27 :: Int, p28 :: Str) -> Int { p27 })) { m25 => pick(false, [v12], [v12]), m26 => result.unwrap_or_else(Ok([v12]), fn (p29 :: Str) -> List[Str] { [p29] }), }), [(match str.trim(v12) { "q\"" => "q\"", "3.5" => v12, m30 => v12, }), v12, "lex"], ["€", (if true { v12 } else { v12 }), (v12 + v12)]])
}
