import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.map" as map
import "std.math" as math
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int { fn (x :: Int) -> Int { g(f(x)) } }
type R1 = { e :: Float, g :: Int }
fn mkR1(e :: Float, g :: Int) -> R1 { { e: e, g: g } }
fn loop2(a3 :: Int, a4 :: R1, a5 :: Int) -> R1 {
  if a3 <= 0 { a4 } else { loop2((a3 - 1), mkR1((123456.789 * a4.e), a5), a5) }
}
fn main() -> [io] Int {
  io.print(float.to_str((match str.trim("€") { "12" => 0.1, "x,y" => 2.25, "q\"" => 1e-7, m6 => 1e-7, })))
  io.print("none")
  let v7 := ""
  let v15 := json.stringify(loop2((int.abs((2 % 3)) % 20), loop2((int.abs(741) % 20), mkR1(1.0, 3), (-9223372036854775807)), 3))
  io.print(v15)
  let v16 := json.stringify(0.5)
  io.print(v16)
  let v17 := json.stringify((1e3 / (match pair(int.to_float(1), (match str.trim("Hello") { "€" => map.from_list([]), m11 => map.from_list([pair(1, 1.5)]), })) { m8 => ((0.5 + 123456.789) * map.fold(map.from_list([]), 0.5, fn (p12 :: Float, p13 :: Int, p14 :: Int) -> Float { p12 })), m9 => math.min((1e16 - 123456.789), 2.25), })))
  io.print(v17)
  ((pick((if false { true } else { false }), (0 - 10), map.size(map.from_list([]))) % 7) - compose(fn (x :: Int) -> Int { x * 2 }, fn (x :: Int) -> Int { x - 3 })(279))
}
