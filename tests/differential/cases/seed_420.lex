import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3 | C4(Bool, Int)
type U5 = C6 | C7(Int, Int) | C8(Int)
fn rec11(a9 :: Int, a10 :: Str) -> Int {
  if a9 <= 0 { map.fold(map.from_list([]), 3, fn (p12 :: Int, p13 :: Str, p14 :: Str) -> Int { a9 }) } else { let v15 := rec11(a9 - 1, a10)
  a9 }
}
fn main() -> [io] Map[Int, (Int, Int)] {
  let v21 := set.from_list((match C7(7, 2) { C6 => list.filter(list.range(0, 50), fn (p20 :: Int) -> [io] Bool { io.print(pick(true, "lex", "a"))
  false }), C7(m16, m17) => (if false { [3] } else { [] }), m19 => [2], }))
  io.print("Hello")
  let v24 :: List[Option[Int]] := list.sort_by((if (if false { true } else { true }) { list.concat([], [Some(1)]) } else { list.filter([Some(1)], fn (p22 :: Option[Int]) -> Bool { false }) }), fn (p23 :: Option[Int]) -> Int { rec11(17, "lex") })
  let v30 := json.stringify(rec11((int.abs((match C6 { C6 => 1, C7(_, 7) => 10, C7(_, m25) => m25, C8(7) => 1, C8(_) => 100, m26 => 2, })) % 40), str.trim("")))
  io.print(v30)
  let v31 := json.stringify(int.to_str((-pick(false, rec11(40, "-7"), (7 - 100)))))
  io.print(v31)
  let v32 := json.stringify(set.from_list([str.char_at(pick(true, "x,y", "hé"), (match Ok(7) { Ok(m27) => m27, Ok(_) => 319, Err(m28) => 100, m29 => 0, }))]))
  io.print(v32)
  map.merge(map.merge(result.unwrap_or((match Some([1]) { Some(m33) => Ok(map.from_list([])), Some(m34) => Ok(map.from_list([])), }), map.from_list([(1, pair(1, 1))])), map.set(map.from_list([]), set.size(set.from_list([])), (3, 10))), map.merge(map.from_list([pair(1, pair(1, 1)), pair(100, pair(1, 1))]), map.set((if false { map.from_list([]) } else { map.from_list([]) }), rec11(0, "tab\t"), pair(10, 1))))
}
