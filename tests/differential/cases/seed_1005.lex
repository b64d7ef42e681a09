import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int { fn (x :: Int) -> Int { g(f(x)) } }
type R1 = { g :: Int, e :: Bool, f :: Int, c :: Float }
fn mkR1(g :: Int, e :: Bool, f :: Int, c :: Float) -> R1 { { g: g, e: e, f: f, c: c } }
type U2 = C3 | C4(Str, Int, U2)
fn rec7(a5 :: Int, a6 :: Int) -> [io] Int {
  if a5 <= 0 { (if (false == false) { compose(fn (x :: Int) -> Int { x * 2 }, fn (x :: Int) -> Int { x - 3 })(a6) } else { (if true { a6 } else { a6 }) }) } else { io.print(str.replace("q\"", "lex", "a"))
  let v8 := rec7(a5 - 1, a6)
  a5 }
}
fn main() -> [io] Int {
  io.print(str.concat(str.slice(map.fold(map.from_list([]), "x,y", fn (p9 :: Str, p10 :: Str, p11 :: Int) -> Str { str.slice(p10, 0, 40) }), 0, 40), str.slice("a", 2, 5)))
  let v13 := (rec7((int.abs(100) % 15), (match pair(mkR1(1, true, 1, 1.5), "lex") { _ => 3, m12 => 100, })) % (-3))
  let v18 := json.stringify(rec7(9, (match int.abs((10 % v13)) { 0 => (15 |> rec7(v13)), _ => (v13 - 365), })))
  io.print(v18)
  let v19 := json.stringify((if false { map.from_list(list.concat(pick(false, [], []), list.sort_by([pair("s", v13)], fn (p14 :: (Str, Int)) -> Int { v13 }))) } else { map.set(map.from_list(list.cons(pair("q\"", v13), [])), "x,y", (1 |> rec7((v13 / 2)))) }))
  io.print(v19)
  let v20 := json.stringify(list.head(list.reverse(list.sort_by(list.map([], fn (p15 :: List[Bool]) -> [io] U2 { io.print(apply(fn (p16 :: Bool) -> Str { "" }, false))
  C3 }), fn (p17 :: U2) -> [io] Int { io.print(("3.5" + "zz top"))
  v13 }))))
  io.print(v20)
  float.to_int(int.to_float(((v13 / v13) * list.fold([], v13, fn (p21 :: Int, p22 :: Float) -> Int { 7 }))))
}
