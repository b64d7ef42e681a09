import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.str" as str
fn clip[T](xs :: List[T]) -> List[T] { if list.len(xs) > 24 { list.tail([]) } else { xs } }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int { fn (x :: Int) -> Int { g(f(x)) } }
type R1 = { g :: Float, a :: Int }
fn mkR1(g :: Float, a :: Int) -> R1 { { g: g, a: a } }
type R2 = { a :: Float, g :: Int, f :: Int }
fn mkR2(a :: Float, g :: Int, f :: Int) -> R2 { { a: a, g: g, f: f } }
type U3 = C4 | C5(Str, U3) | C6(Str, Int, U3)
type U7 = C8(Bool, Float) | C9(Float) | C10(Float)
fn rec13(a11 :: Int, a12 :: Str) -> List[Int] {
  if a11 <= 0 { [(a11 - a11)] } else { let v14 := rec13(a11 - 1, a12)
  clip(v14) }
}
fn main() -> [io] Int {
  let v18 := rec13(1, str.concat(("q\"" + "a"), (match mkR1(1e3, 430) { m15 => "tab\t", { a: 3, g: m16 } => "tab\t", m17 => "b", })))
  let v24 := fn (p19 :: Bool) -> Bool { (match (match mkR1(123456.789, 7) { { g: m22, a: 1 } => mkR1(m22, 100), { a: 3 } => mkR1(0.1, 772), m23 => m23, _ => mkR1(1e16, 1), }) { { a: 1, g: m20 } => str.starts_with("12", "hé"), { g: m21 } => p19, _ => ([mkR1(1.5, 1)] == [mkR1(1.5, 1)]), }) }
  let v25 := json.stringify(rec13(15, str.replace("a", (if true { "12" } else { "x,y" }), json.stringify(false))))
  io.print(v25)
  let v26 := json.stringify(list.range(0, 10))
  io.print(v26)
  let v27 := json.stringify("-7")
  io.print(v27)
  compose(fn (x :: Int) -> Int { x * 2 }, fn (x :: Int) -> Int { x - 3 })(pick((match C5("b", C4) { C4 => false, C5(m28, m29) => false, C6("€", m30, C4) => (C4 == C4), C6(m31, m32, m33) => (match str.trim(m31) { "a" => true, m34 => false, }), _ => (if false { false } else { true }), }), 694, (pick(true, 255, 3) + (1 / 97))))
}
