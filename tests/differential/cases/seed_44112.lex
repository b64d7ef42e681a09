import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type R1 = { f :: List[Int], c :: Bool }
fn mkR1(f :: List[Int], c :: Bool) -> R1 { { f: f, c: c } }
type U2 = C3 | C4(Int, Bool, U2, U2) | C5(U2) | C6(Int, U2, U2)
type U7 = C8 | C9(Int) | C10(Bool, U7, U7) | C11
fn rec14(a12 :: Int, a13 :: Bool) -> Int {
  if a12 <= 0 { (result.unwrap_or(Ok(3), a12) / 0) } else { let v15 := rec14(a12 - 1, (pick(a13, true, a13) and true))
  a12 }
}
fn main() -> [io] Bool {
  let v16 := str.char_at(float.to_str(1.0), (int.min(3, 1000000007) / 10))
  let v21 := json.stringify(rec14((int.abs(10) % 15), map.has(map.set(map.from_list([]), 466, C3), rec14(7, false))))
  io.print(v21)
  let v22 := json.stringify((v16 > str.trim(str.char_at((match (mkR1([], true), 3) { ({ c: m17 }, 1) => v16, ({ f: m18 }, 2) => v16, _ => v16, _ => v16, }), (3 * 7)))))
  io.print(v22)
  let v23 := json.stringify(map.set(map.from_list((if (v16 == v16) { [pair(1, true), (0, false)] } else { (if false { [] } else { [] }) })), float.to_int(option.unwrap_or_else(result.unwrap_or(Err(v16), Some(0.0)), fn () -> Float { 0.5 })), option.is_some(pick((true or false), (match str.trim(v16) { m19 => Some(100), m20 => Some(7), }), (if false { None } else { Some(2) })))))
  io.print(v23)
  (((int.abs(3) - rec14((int.abs(4611686018427387904) % 15), false)) * (match C9(3) { C8 => rec14(0, false), C9(m24) => 100, C10(m25, m26, _) => list.fold([100], 100, fn (p28 :: Int, p29 :: Int) -> Int { p28 }), C11 => rec14(15, true), m27 => result.unwrap_or(Ok(7), 0), })) != ((pick(false, 0, 10) + int.min(2, 0)) / 97))
}
