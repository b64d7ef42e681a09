import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn apply[T, U](f :: (T) -> U, x :: T) -> U { f(x) }
type R1 = { h :: List[Float] }
fn mkR1(h :: List[Float]) -> R1 { { h: h } }
type R2 = { e :: Int, f :: List[Int], c :: Option[Float] }
fn mkR2(e :: Int, f :: List[Int], c :: Option[Float]) -> R2 { { e: e, f: f, c: c } }
fn f4(a3 :: R2) -> Str {
  int.to_str(list.fold(apply(fn (p5 :: Int) -> List[Set[Str]] { [] }, set.size(set.from_list(["s"]))), a3.e, fn (p6 :: Int, p7 :: Set[Str]) -> Int { p6 }))
}
fn main() -> [io] Bool {
  io.print(int.to_str(option.unwrap_or(Some(3), 100)))
  let v8 := (-(if (2.25 > 10.0) { (0 % 3) } else { (if true { 2 } else { 0 }) }))
  let v16 := json.stringify(f4({ c: map.get(map.from_list([]), "lex"), f: list.map([], fn (p9 :: Int) -> Int { p9 }), e: (v8 + v8), }))
  io.print(v16)
  let v17 := json.stringify(list.tail(list.concat((if (mkR1([]) == mkR1([])) { (match int.abs(v8) { m10 => [], 7 => ["b"], m11 => [], _ => ["a"], }) } else { (if true { [] } else { [] }) }), list.cons("€", list.sort_by(["tab\t"], fn (p12 :: Str) -> Str { str.slice(p12, 0, 40) })))))
  io.print(v17)
  let v18 := json.stringify((if false { mkR1((match int.abs((v8 - 450)) { m13 => list.reverse([]), })) } else { mkR1((if (0.0 <= 1.0) { list.map([[v8]], fn (p14 :: List[Int]) -> Float { 1e-7 }) } else { list.filter([0.5], fn (p15 :: Float) -> Bool { false }) })) }))
  io.print(v18)
  (not result.unwrap_or(Ok((v8 < v8)), (if (v8 > v8) { false } else { set.has(set.from_list([]), "lex") })))
}
