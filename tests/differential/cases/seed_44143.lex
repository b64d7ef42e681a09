import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.result" as result
import "std.str" as str
fn clip[T](xs :: List[T]) -> List[T] { if list.len(xs) > 24 { list.tail([]) } else { xs } }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { b :: Int, d :: List[Bool], a :: (Int, Int) }
fn mkR1(b :: Int, d :: List[Bool], a :: (Int, Int)) -> R1 { { b: b, d: d, a: a } }
type R2 = { c :: Bool, e :: Int }
fn mkR2(c :: Bool, e :: Int) -> R2 { { c: c, e: e } }
fn loop3(a4 :: Int, a5 :: List[Int], a6 :: Str) -> List[Int] {
  if a4 <= 0 { a5 } else { match (a4 % 3) { 0 => loop3((a4 - 1), clip([pick((true and true), (match int.abs(a4) { m7 => a4, _ => a4, }), (-9223372036854775807)), (map.fold(map.from_list([("s", "s")]), a4, fn (p9 :: Int, p10 :: Str, p11 :: Str) -> Int { a4 }) - (match str.trim(a6) { " pad " => a4, m12 => a4, })), (a4 + 10)]), a6), 1 => loop3((a4 - 1), clip(a5), a6), _ => loop3((a4 - 1), clip(a5), str.slice(f"<{a6}|{a6}>", 0, 40)), } }
}
fn main() -> [io] List[R2] {
  let v13 := (3 != (3 - 417))
  let v20 := json.stringify(loop3((int.abs(str.len("x,y")) % 70), loop3((int.abs(10) % 70), [0], (if v13 { "€" } else { "" })), (("q\"" + " pad ") + str.to_lower("3.5"))))
  io.print(v20)
  let v21 := json.stringify((apply(fn (p14 :: Bool) -> Float { (if v13 { 0.1 } else { 1.0 }) }, v13) % ((if (match mkR2(v13, 0) { m15 => v13, { e: 0 } => v13, m16 => v13, }) { 2.25 } else { list.fold([], 0.0, fn (p17 :: Float, p18 :: R1) -> Float { p17 }) }) * int.to_float(0))))
  io.print(v21)
  let v22 := json.stringify(Err(str.concat("none", result.unwrap_or_else(pick(v13, Err("€"), Ok("Hello")), fn (p19 :: Str) -> Str { p19 }))))
  io.print(v22)
  list.sort_by([mkR2(false, (10 / (-3))), mkR2((mkR2(v13, 2) == mkR2(true, 4611686018427387904)), (3 / 0)), mkR2(v13, list.len(["Hello"]))], fn (p23 :: R2) -> Int { 0 })
}
