import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str
import "std.tuple" as tuple
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { c :: Str, e :: Int, h :: List[Str] }
fn mkR1(c :: Str, e :: Int, h :: List[Str]) -> R1 { { c: c, e: e, h: h } }
type R2 = { f :: Int, d :: Int, g :: Float }
fn mkR2(f :: Int, d :: Int, g :: Float) -> R2 { { f: f, d: d, g: g } }
type U3 = C4(Int) | C5(Bool) | C6(Bool) | C7(Int)
fn loop8(a9 :: Int, a10 :: U3) -> U3 {
  if a9 <= 0 { a10 } else { loop8((a9 - 1), apply(fn (p11 :: Str) -> U3 { C7(a9) }, (match Err("tab\t") { Ok(true) => "12", Ok(m12) => json.stringify([]), Err(m13) => tuple.fst((m13, false)), _ => result.unwrap_or_else(Ok("b"), fn (p14 :: Str) -> Str { p14 }), }))) }
}
fn main() -> [io] Int {
  io.print(int.to_str(list.len([])))
  let v17 := json.stringify(loop8(0, C5(list.is_empty([65536]))))
  io.print(v17)
  let v18 := json.stringify([(-(match mkR2(2, 3, 1e3) { { f: 3, g: m15 } => str.len("a"), { d: 2 } => (100 % 7), m16 => m16.f, }))])
  io.print(v18)
  let v19 := json.stringify([])
  io.print(v19)
  list.fold([map.fold(map.set(map.from_list([]), " pad ", 10), int.max(10, 0), fn (p20 :: Int, p21 :: Str, p22 :: Int) -> Int { p20 }), int.min((100 - 7), (match C4(1) { C4(m23) => m23, C5(m24) => 10, C6(m25) => 412, C7(m26) => 0, m27 => 7, }))], option.unwrap_or(option.and_then(map.get(map.from_list([]), "a"), fn (p28 :: Str) -> Option[Int] { Some(542) }), ((match ("", Some(true)) { (_, Some(_)) => 2, m29 => 100, }) * (10 + 3))), fn (p30 :: Int, p31 :: Int) -> [io] Int { io.print(int.to_str(p31))
  (int.abs(p30) / (p30 / 97)) })
}
