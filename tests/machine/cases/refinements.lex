# Refined parameters: checked at calls and host entry, not through closures.
import "std.list" as list
fn pos(amount :: Int{x | x > 0}) -> Int { amount }
fn call_pos(n :: Int) -> Int { 1 + pos(n) }
fn tail_pos(n :: Int) -> Int { pos(n) }
fn count(n :: Int{x | x >= 0}) -> Int { match n { 2 => count(0 - 1), _ => count(n - 1) } }
fn bypass(n :: Int) -> Int {
  let f := pos
  f(n)
}
fn mapped(n :: Int) -> List[Int] { list.map([1, n], pos) }
fn range(n :: Int{x | x > 0 and x < 10}) -> Int { n }
fn shorted(n :: Int{x | x == 0 or 10 / x > 2}) -> Int { n }
fn divides(n :: Int{x | 10 / x > 2}) -> Int { n }
fn two(a :: Int{x | x > 0}, b :: Int{y | y > 1}) -> Int { a + b }
fn freevar(n :: Int{x | x > y}) -> Int { n }
fn named(s :: Str{x | x == "ok"}) -> Str { s }
fn ordered(s :: Str{x | x < "b"}) -> Str { s }
fn negated(n :: Int{x | not (x == 3)}) -> Int { n }
fn minus(n :: Int{x | -x < 0}) -> Int { n }
fn notint(n :: Int{x | not x}) -> Int { n }
fn nonbool(n :: Int{x | x + 1}) -> Int { n }
fn floats(f :: Float{x | x / 2.0 > 1.0}) -> Float { f }
fn mod0(n :: Int{x | x % 0 == 1}) -> Int { n }
fn andint(n :: Int{x | x and true}) -> Int { n }
fn orint(n :: Int{x | x or true}) -> Int { n }
fn orright(n :: Int{x | false or x}) -> Int { n }
fn rightint(n :: Int{x | true and x}) -> Int { n }
fn calls(n :: Int{x | abs(x)}) -> Int { n }
fn lst(n :: Int{x | [x] == [1]}) -> Int { n }
