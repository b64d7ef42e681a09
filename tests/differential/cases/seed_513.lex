import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.math" as math
import "std.str" as str
fn clip[T](xs :: List[T]) -> List[T] { if list.len(xs) > 24 { list.tail([]) } else { xs } }
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
fn loop1(a2 :: Int, a3 :: Bool, a4 :: Float) -> Bool {
  if a2 <= 0 { a3 } else { match (a2 % 7) { 1 => loop1((a2 - 2), a3, a4), _ => loop1((a2 - 1), true, 2.25), } }
}
fn loop5(a6 :: Int, a7 :: List[Int], a8 :: Int) -> [io] List[Int] {
  if a6 <= 0 { a7 } else { if a6 % 50 == 0 { io.print("loop5") } else { () }
  loop5((a6 - 1), clip(list.filter(list.reverse((if true { a7 } else { a7 })), fn (p9 :: Int) -> Bool { ("q\"" != "12") })), list.fold((if true { [] } else { [1e-7] }), 10, fn (p10 :: Int, p11 :: Float) -> Int { p10 })) }
}
fn main() -> [io] Int {
  let v12 := str.len(pick(true, "lex", (if true { "€" } else { "" })))
  let v17 := json.stringify(loop1((int.abs((v12 % (-3))) % 1500), (if (if true { true } else { true }) { ("-7" != "12") } else { false }), pick((Some(0) == Some(v12)), (if true { 1e16 } else { 0.0 }), math.abs(0.1))))
  io.print(v17)
  let v18 := json.stringify(loop5(0, [list.fold([], 1, fn (p13 :: Int, p14 :: Option[Str]) -> [io] Int { io.print(str.concat("b", "a"))
  569 }), apply(fn (p15 :: Bool) -> Int { v12 }, true), 10], (match pair(Some(v12), 2) { (Some(_), 2) => (1 - v12), _ => float.to_int(0.5), })))
  io.print(v18)
  let v19 := json.stringify(str.slice(("hé" + "ab"), 1, 5))
  io.print(v19)
  let v20 := json.stringify(list.sort_by([list.len([])], fn (p16 :: Int) -> Str { str.slice(f"<{int.to_str(p16)}|{int.to_str(v12)}>", 0, 40) }))
  io.print(v20)
  v12
}
