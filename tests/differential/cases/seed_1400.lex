import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3(Bool, Bool) | C4(Int)
type U5 = C6(Int, Int) | C7(Int)
fn loop8(a9 :: Int, a10 :: Str) -> Str {
  if a9 <= 0 { a10 } else { loop8((a9 - 1), str.slice("hé", 0, 40)) }
}
fn main() -> [io] (List[Str], Str) {
  let v11 := (if pick(pick(false, false, true), true, ([["s"]] != [])) { C4((7 + 7)) } else { C4((0 - 7)) })
  let v14 := tuple.fst(pair(list.fold([], 10, fn (p12 :: Int, p13 :: Set[Int]) -> Int { p12 }), (if true { "12" } else { "q\"" })))
  let v16 := fn (p15 :: Int) -> Bool { option.unwrap_or_else((match int.abs(p15) { 0 => Some(true), 0 => Some(true), -1 => Some(true), _ => None, }), fn () -> Bool { true }) }
  let v17 := loop8((int.abs((v14 / 2)) % 5), (("12" + "€") + json.stringify("ab")))
  let v20 := json.stringify(loop8(4, int.to_str(v14)))
  io.print(v20)
  let v21 := json.stringify(list.filter([map.keys(map.set(map.from_list([]), v14, false))], fn (p18 :: List[Int]) -> Bool { apply(fn (p19 :: Bool) -> Bool { p19 }, ([] == [])) }))
  io.print(v21)
  let v22 := json.stringify(list.head([map.set(map.from_list([]), int.to_str(v14), v16(v14))]))
  io.print(v22)
  (list.concat(result.unwrap_or_else(result.map_err(Ok([v17]), fn (p23 :: Str) -> Str { v17 }), fn (p24 :: Str) -> List[Str] { [] }), []), float.to_str(1e3))
}
