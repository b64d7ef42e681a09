import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3(Int, U1, U1) | C4(U1, U1)
type U5 = C6 | C7(Int, U5, U5)
fn f9() -> Bool {
  let v8 := str.to_float((if (65536 == 9223372036854775807) { str.to_lower("ab") } else { float.to_str(1e3) }))
  str.starts_with("none", ((("" + "-7") + str.to_lower("")) + str.to_lower("a")))
}
fn main() -> [io] Option[Int] {
  let v20 :: (Float, List[Str], Int) := (int.to_float(list.fold(["3.5"], 3, fn (p10 :: Int, p11 :: Str) -> Int { p10 })), (match C7(4611686018427387904, C6, C6) { C6 => (if true { [] } else { ["Hello"] }), C7(m12, m13, m14) => list.sort_by(["q\""], fn (p16 :: Str) -> Str { str.slice(p16, 0, 40) }), m15 => list.map([], fn (p17 :: (Int, Int)) -> Str { str.slice("Hello", 0, 40) }), }), ((10 % 7) * list.fold(list.range(0, 200), 7, fn (p18 :: Int, p19 :: Int) -> [io] Int { io.print(" pad ")
  230 })))
  let v21 := None
  let v22 := pick(f9(), "none", str.join(["ab", "12", "a"], "b"))
  let v28 := json.stringify(f9())
  io.print(v28)
  let v29 := json.stringify(C6)
  io.print(v29)
  let v30 := json.stringify((10 + list.fold((match option.unwrap_or(None, v21) { Some(7) => list.concat([], []), Some(_) => list.filter([], fn (p23 :: (Str, Int, Float)) -> Bool { false }), None => list.map([], fn (p24 :: Str) -> (Str, Int, Float) { (v22, 1, 1.5) }), _ => list.map([[]], fn (p25 :: List[Int]) -> (Str, Int, Float) { (v22, 1, 1.5) }), }), ((if true { 7 } else { 3 }) * (2 + 7)), fn (p26 :: Int, p27 :: (Str, Int, Float)) -> [io] Int { io.print(v22)
  100 })))
  io.print(v30)
  v21
}
