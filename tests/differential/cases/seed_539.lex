import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.option" as option
import "std.result" as result
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { a :: Float, g :: Int }
fn mkR1(a :: Float, g :: Int) -> R1 { { a: a, g: g } }
fn loop2(a3 :: Int, a4 :: Str) -> Str {
  if a3 <= 0 { a4 } else { loop2((a3 - 1), str.slice(a4, 0, 40)) }
}
fn main() -> [io] Bool {
  let v7 := str.char_at(option.unwrap_or_else(list.head(["-7"]), fn () -> Str { "-7" }), (if result.unwrap_or_else(Ok(true), fn (p5 :: Str) -> Bool { true }) { apply(fn (p6 :: Int) -> Int { p6 }, 3) } else { pick(false, 100, 7) }))
  io.print(loop2(18, ""))
  let v14 := json.stringify(loop2(1, str.to_lower(v7)))
  io.print(v14)
  let v15 := json.stringify((if (if false { (if false { true } else { false }) } else { true }) { option.map(map.get((if false { map.from_list([]) } else { map.from_list([]) }), pick(false, v7, v7)), fn (p8 :: (Int, Str)) -> List[Int] { [2] }) } else { list.head(list.filter((match str.trim(v7) { m9 => [[1]], "tab\t" => [[]], m10 => [], m11 => [], }), fn (p12 :: List[Int]) -> Bool { false })) }))
  io.print(v15)
  let v16 := json.stringify(pick((mkR1(math.sqrt(0.5), (1 / 10)) == (if ([v7] != [v7]) { (if false { mkR1(0.0, 7) } else { mkR1(1e3, 762) }) } else { result.unwrap_or(Ok(mkR1(1.5, 1)), mkR1(1.0, 2)) })), str.split(v7, (match str.trim(v7) { _ => loop2((int.abs(2) % 70), v7), m13 => (1 |> loop2(m13)), })), []))
  io.print(v16)
  false
}
