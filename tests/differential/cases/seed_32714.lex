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
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type U1 = C2 | C3(Int)
fn rec6(a4 :: Int, a5 :: Bool) -> Int {
  if a4 <= 0 { list.fold(list.tail([None]), a4, fn (p7 :: Int, p8 :: Option[Bool]) -> Int { p7 }) } else { let v9 := rec6(a4 - 1, a5)
  v9 }
}
fn main() -> [io] U1 {
  let v11 := int.max(pick((if false { true } else { true }), apply(fn (p10 :: Float) -> Int { 1 }, 1e-7), 7), rec6(8, (if false { true } else { false })))
  let v19 := json.stringify(rec6(1, pick(pick(true, false, false), (false and true), str.contains("12", "€"))))
  io.print(v19)
  let v20 := json.stringify(pair(pick(([[0.0], [0.0], []] == (match int.abs(v11) { -1 => [], -1 => [[1.5]], m12 => [], })), (if list.is_empty([]) { C2 } else { C3(v11) }), C2), false))
  io.print(v20)
  let v21 := json.stringify((match C2 { C2 => map.set(map.merge(map.set(map.from_list([]), v11, Ok(false)), map.merge(map.from_list([pair(1, Err("e"))]), map.from_list([(1, Err("e"))]))), pick(false, (872 - v11), (-v11)), result.and_then(result.or_else(Ok(v11), fn (p15 :: Str) -> Result[Int, Str] { Ok(v11) }), fn (p16 :: Int) -> Result[Bool, Str] { Ok(false) })), m14 => result.unwrap_or(option.ok_or(option.and_then(None, fn (p17 :: Int) -> Option[Map[Int, Result[Bool, Str]]] { Some(map.new()) }), (if true { "lex" } else { "zz top" })), map.merge((match int.abs(v11) { 7 => map.from_list([pair(1, Err("e"))]), m18 => map.from_list([(1, Err("e"))]), }), map.from_list([]))), }))
  io.print(v21)
  C3(rec6((int.abs(rec6((int.abs(v11) % 15), false)) % 15), option.is_some(Some(0))))
}
