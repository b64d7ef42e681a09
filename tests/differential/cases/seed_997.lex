import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { e :: Float, c :: Int, b :: Int, g :: Int }
fn mkR1(e :: Float, c :: Int, b :: Int, g :: Int) -> R1 { { e: e, c: c, b: b, g: g } }
type U2 = C3(Int) | C4 | C5(Int)
type U6 = C7 | C8(U6, U6) | C9(Int, U6, U6) | C10(Int, U6, U6)
fn loop11(a12 :: Int, a13 :: R1) -> R1 {
  if a12 <= 0 { a13 } else { loop11((a12 - 1), (match int.abs(3) { m14 => (match int.abs(m14) { -1 => mkR1(1e-7, a12, m14, m14), m17 => mkR1(0.5, m14, a12, m17), }), m16 => mkR1((1e3 * 10.0), (a12 - 0), a12, float.to_int(1e-7)), })) }
}
fn main() -> [io] List[R1] {
  let v18 := C4
  let v19 := json.stringify(loop11(0, mkR1(0.1, (if true { 10 } else { 2 }), option.unwrap_or_else(Some(7), fn () -> Int { 2 }), (if true { 1 } else { 10 }))))
  io.print(v19)
  let v20 := json.stringify(((pick(([("s", true, 1.5)] == []), (0.5 + 1e3), math.sqrt(0.0)) - 1e3) % 1e3))
  io.print(v20)
  let v21 := json.stringify((set.size(pick(("hé" > "ab"), set.add(set.from_list(["s"]), "x,y"), set.intersect(set.from_list(["s"]), set.from_list([])))) - 1))
  io.print(v21)
  pick(false, list.filter(result.unwrap_or(result.map(Ok(0.1), fn (p22 :: Float) -> List[R1] { [mkR1(1.5, 1, 1, 1)] }), list.sort_by([mkR1(1.5, 1, 1, 1)], fn (p23 :: R1) -> Int { 100 })), fn (p24 :: R1) -> [io] Bool { io.print((match int.abs(1) { -1 => "zz top", _ => "Hello", }))
  str.ends_with(" pad ", "€") }), list.filter(list.sort_by(result.unwrap_or(Err("Hello"), [mkR1(1.5, 1, 1, 1)]), fn (p25 :: R1) -> Str { str.slice("-7", 0, 40) }), fn (p26 :: R1) -> [io] Bool { io.print(("q\"" + "zz top"))
  pick(false, true, false) }))
}
