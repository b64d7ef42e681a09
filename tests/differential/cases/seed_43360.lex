import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { c :: Float }
fn mkR1(c :: Float) -> R1 { { c: c } }
fn loop2(a3 :: Int, a4 :: Float, a5 :: Int) -> Float {
  if a3 <= 0 { a4 } else { let v7 :: Bool := list.is_empty((if result.unwrap_or_else(Err(" pad "), fn (p6 :: Str) -> Bool { true }) { list.tail(["3.5"]) } else { (if false { [] } else { [" pad "] }) }))
  loop2((a3 - 1), (a4 % a4), a5) }
}
fn main() -> [io] List[Bool] {
  let v8 := Some(str.char_at((if false { "a" } else { " pad " }), (1 / 97)))
  let v12 := tuple.fst(pair(1, (match Some(10) { None => false, Some(m10) => false, Some(m9) => true, m11 => false, })))
  let v13 := f"<{int.to_str(v12)}|{int.to_str(v12)}>"
  let v16 := json.stringify(loop2(70, int.to_float(int.min(v12, v12)), 0))
  io.print(v16)
  let v17 := json.stringify(map.set(map.from_list(list.cons(pair(v12, v13), [pair(v12, v13)])), int.min((if (match Some(100) { Some(0) => true, Some(m14) => false, None => true, m15 => false, }) { (if false { 0 } else { v12 }) } else { (v12 + 1) }), v12), str.char_at(f"<{v13}|{int.to_str(v12)}>", v12)))
  io.print(v17)
  let v18 := json.stringify((str.cmp((if (0.0 > 0.5) { v13 } else { "12" }), "x,y") - 4611686018427387904))
  io.print(v18)
  [(((match None { Some("tab\t") => v13, Some(m19) => "x,y", None => v13, m20 => v13, }) + v13) < v13), (match int.abs(0) { 3 => false, m21 => (pick(false, 1e16, 1.0) != (match int.abs(v12) { -1 => 1e3, 1 => 0.0, m22 => 1e3, })), }), (map.fold(map.from_list([]), (7 % 7), fn (p23 :: Int, p24 :: Int, p25 :: Int) -> Int { p24 }) == (2 + 2))]
}
