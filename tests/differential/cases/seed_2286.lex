import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
import "std.tuple" as tuple
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { f :: Bool, c :: Int }
fn mkR1(f :: Bool, c :: Int) -> R1 { { f: f, c: c } }
type U2 = C3 | C4(Int)
type U5 = C6 | C7
fn rec10(a8 :: Int, a9 :: Bool) -> [io] Set[Int] {
  if a8 <= 0 { set.intersect(set.diff(set.from_list([]), set.from_list([a8])), set.add(set.from_list([a8]), 918)) } else { io.print(str.slice("12", 1, 4))
  let v11 := rec10(a8 - 1, (tuple.fst((a9, a9)) and set.has(set.from_list([]), "x,y")))
  set.from_list(list.map([mkR1(a9, a8)], fn (p12 :: R1) -> Int { a8 })) }
}
fn main() -> [io] U5 {
  let v13 := 7
  io.print(" pad ")
  let v16 := json.stringify(rec10(5, false))
  io.print(v16)
  let v17 := json.stringify("x,y")
  io.print(v17)
  let v18 := json.stringify((if false { set.from_list(option.unwrap_or(Some([]), [])) } else { set.add(set.diff((match int.abs(v13) { 2 => set.from_list([]), m14 => set.from_list([]), }), set.diff(set.from_list(["s"]), set.from_list([]))), (if pick(false, true, false) { result.unwrap_or(Ok("b"), "3.5") } else { (match int.abs(v13) { 1 => " pad ", m15 => "ab", }) })) }))
  io.print(v18)
  result.unwrap_or_else(option.ok_or((if ("" != "Hello") { pick(false, None, Some(C6)) } else { Some(C6) }), str.join((if false { ["3.5"] } else { [""] }), "x,y")), fn (p19 :: Str) -> U5 { C7 })
}
