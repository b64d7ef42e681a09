# Literals, aggregates, operators and patterns: the instructions and their steps.
import "std.str" as str
type Point = { x :: Int, y :: Int }
type Real = { r :: Float }
type Shape = Dot | Circle(Int) | Box(Int, Int)

fn int_ops(a :: Int, b :: Int) -> List[Int] { [a + b, a - b, a * b, a / b, a % b, -a] }
fn int_tests(a :: Int, b :: Int) -> List[Bool] { [a == b, a != b, a < b, a <= b, a > b, a >= b] }
fn float_ops() -> List[Float] {
  let a := 7.5
  let b := 2.0
  [a + b, a - b, a * b, a / b, a % b, -a]
}
fn float_tests(n :: Int) -> List[Bool] {
  let a := 7.5
  let b := 2.0
  [a == b, a != b, a < b, a <= b, a > b, a >= b]
}
fn generic_ops(n :: Int) -> List[Int] {
  match (n, 2) { (a, b) => [a + b, a - b, a * b, a / b, a % b, -a] }
}
fn generic_tests(n :: Int) -> List[Bool] {
  match (n, 2) { (a, b) => [a == b, a != b, a < b, a <= b, a > b, a >= b] }
}
fn generic_floats() -> List[Float] {
  match (7.5, -2.0) { (a, b) => [a + b, a - b, a * b, a / b, a % b, -a] }
}
fn str_tests(a :: Str, b :: Str) -> List[Bool] { [a == b, a != b, a < b, a <= b, a > b, a >= b] }
fn str_add(a :: Str, b :: Str) -> Str { a + b }
fn bools(a :: Bool, b :: Bool) -> List[Bool] { [a and b, a or b, not a] }
fn mixed_chain(a :: Int) -> Int { match a { b => a + 1 + b + 2 } }
fn wrap(a :: Int) -> Int { a * a + 9223372036854775807 }
fn inc_chain(a :: Int) -> Int {
  let b := a + 1
  let c := b + 1
  c + b
}
fn sub_mul(a :: Int, b :: Int) -> Int { (a - b) * (a * b) }
fn add_of_call(a :: Int) -> Int { inc_chain(a) + a }

fn field(p :: Point) -> Int { p.x }
fn field_arith(p :: Point, n :: Int) -> Int { n + p.x - p.y * p.x }
fn field_acc(p :: Point, n :: Int) -> Int { n + 1 + p.x + p.y }
fn field_of_let() -> Int {
  let p := { x: 3, y: 4 }
  1 + p.x * p.y - p.x
}
fn field_annotated() -> Int {
  let p :: Point := { x: 3, y: 4 }
  1 + p.x
}
fn field_float(p :: Real) -> Float { p.r + p.r }
fn field_of_call() -> Int { mk(1).y }
fn mk(n :: Int) -> Point { { y: n, x: n + 1 } }
fn unknown_field(r :: { f :: Int }) -> Int { 1 + r.f }

fn tuple_sum(n :: Int) -> Int { match (n, n + 1) { (a, b) => a + b } }
fn nested_tuple() -> Int { match ((1, 2), 3) { ((a, b), c) => a + b + c } }
fn record_pattern(p :: Point) -> Int { match p { { x, y } => x + y } }
fn record_literal_pattern(p :: Point) -> Int { match p { { x: 1, y } => y, { x, y: 2 } => x, _ => 0 } }
fn area(s :: Shape) -> Int { match s { Dot => 0, Circle(r) => r * r * 3, Box(w, h) => w * h } }
fn dot() -> Int { area(Dot) }
fn circle() -> Int { area(Circle(2)) }
fn box() -> Int { area(Box(2, 3)) }
fn one_box() -> Int { match Box(1, 5) { Box(2, _) => 0, Box(1, h) => h, _ => 9 } }
fn str_pattern(s :: Str) -> Int { match s { "a" => 1, "b" => 2, _ => 3 } }
fn int_pattern(n :: Int) -> Int { match n { 0 => 10, 1 => 11, _ => n } }
fn computed_pattern(n :: Int) -> Int { match n + 1 { 0 => 10, 1 => 11, _ => n } }
fn float_pattern(n :: Int) -> Int { match 1.5 + 1.0 { 2.5 => 1, _ => n } }
fn bool_pattern(b :: Bool) -> Int { match b { true => 1, false => 0 } }
fn unit_pattern() -> Int { match () { () => 1 } }
fn binder_pattern(n :: Int) -> Int { match n { k => k + n } }
fn if_else(n :: Int) -> Int { if n > 3 { 1 } else { if n == 0 { 2 } else { 3 } } }
fn or_after_failed_pattern(s :: Shape) -> Bool { false or match s { Dot => true, _ => false } }
fn or_dot() -> Bool { or_after_failed_pattern(Dot) }
fn or_circle() -> Bool { or_after_failed_pattern(Circle(1)) }
fn nested_results(r :: Result[Option[Int], Str]) -> Int { match r { Ok(Some(n)) => n, Ok(None) => 1, Err(_) => 2 } }
fn ok_some() -> Int { nested_results(Ok(Some(7))) }
fn ok_none() -> Int { nested_results(Ok(None)) }
fn err() -> Int { nested_results(Err("e")) }
fn non_exhaustive(n :: Int) -> Int { match n { 1 => 2 } }
fn interpolated(s :: Str) -> Str { f"<{s}>" }
fn ascription(n :: Int) -> Int { (n :: Int) + 1 }
fn statements(n :: Int) -> Int {
  n + 1
  n + 2
}
