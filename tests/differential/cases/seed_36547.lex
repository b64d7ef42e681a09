import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3(Float, Int, U1, U1) | C4(Str, Str)
type U5 = C6(Float, Str) | C7(Str, U5) | C8(Str, U5, U5) | C9(Float)
fn f12(a10 :: Int, a11 :: (List[Int], List[Str])) -> U5 {
  C6((int.to_float(list.fold([], a10, fn (p13 :: Int, p14 :: (Bool, Str)) -> Int { p13 })) % int.to_float((a10 / 97))), tuple.fst((str.char_at("zz top", a10), (match pair(false, "zz top") { (true, "Hello") => true, m15 => false, }))))
}
fn main() -> [io] Int {
  let v18 := ((list.reverse([]) != (match pair("zz top", "ab") { ("12", m16) => [pair(m16, 1)], m17 => [pair("s", 1)], })) != true)
  let v19 := "lex"
  let v21 := json.stringify(f12(int.max(4611686018427387904, (2 / 3)), pair(pick(false, [], []), (if v18 { [v19] } else { [v19] }))))
  io.print(v21)
  let v22 := json.stringify(pick(v18, str.len(apply(fn (p20 :: Float) -> Str { "-7" }, (-0.1))), (-((2 - 10) - float.to_int(10.0)))))
  io.print(v22)
  let v23 := json.stringify(C2)
  io.print(v23)
  ((7 * (7 % 10)) / (list.fold((match str.trim(v19) { "" => [pair(v19, 1.5)], m24 => [], }), int.abs(0), fn (p25 :: Int, p26 :: (Str, Float)) -> [io] Int { io.print(option.unwrap_or(Some(v19), v19))
  p25 }) - list.len([])))
}
