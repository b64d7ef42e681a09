# Calls: tail calls, closures, memo, depth.
import "std.list" as list

fn sum_to(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => sum_to(n - 1, acc + n) } }
fn even(n :: Int) -> Bool { match n { 0 => true, _ => odd(n - 1) } }
fn odd(n :: Int) -> Bool { match n { 0 => false, _ => even(n - 1) } }
fn state_a(n :: Int) -> Int { if n < 1 { 0 } else { state_b(n - 1, n) } }
fn state_b(n :: Int, m :: Int) -> Int { if n < 1 { m } else { state_c(n - 1, m, m) } }
fn state_c(n :: Int, m :: Int, k :: Int) -> Int {
  let unused := k + m
  if n < 1 { unused } else { state_a(n - 1) }
}
fn leaving(n :: Int) -> Int { match n { 0 => finish(1, 2, 3), _ => leaving(n - 1) } }
fn finish(a :: Int, b :: Int, c :: Int) -> Int { a * 100 + b * 10 + c }
fn early(n :: Int) -> Result[Int, Str] {
  match n {
    0 => Err("zero"),
    _ => early(n - 1),
  }
}
fn not_a_tail_call(n :: Int) -> Result[Int, Str] {
  match n {
    0 => Ok(0),
    _ => Ok(not_a_tail_call(n - 1)? + 1),
  }
}

fn deep(n :: Int) -> Int { match n { 0 => 0, _ => 1 + deep(n - 1) } }

fn fib(n :: Int) -> Int { match n { 0 => 0, 1 => 1, _ => fib(n - 1) + fib(n - 2) } }
fn coll(n :: Int) -> Int { match n { 1 => n, _ => match n % 2 { 0 => 1 + coll(n / 2), _ => 1 + coll(3 * n + 1) } } }
fn gcd(a :: Int, b :: Int) -> Int { if b == 0 { a } else { gcd(b, a % b) } }
fn ack(m :: Int, n :: Int) -> Int { match m { 0 => n + 1, _ => match n { 0 => ack(m - 1, 1), _ => ack(m - 1, ack(m, n - 1)) } } }
fn leaf(x :: Int) -> Int { x + 1 }
fn loopm(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => loopm(n - 1, acc + leaf(5)) } }
fn distinct(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => distinct(n - 1, acc + leaf(n)) } }
fn late_hit(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => late_hit(n - 1, acc + leaf(n % 63)) } }
fn late_miss(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => late_miss(n - 1, acc + leaf(n % 64)) } }
fn of_record(p :: { x :: Int, y :: Int }) -> Int { p.x }
fn records_hit() -> Int { of_record({ x: 1, y: 2 }) + of_record({ y: 2, x: 1 }) }
fn of_float(f :: Float) -> Bool { f == f }
fn nan_hits() -> List[Bool] {
  let nan := 0.0 / 0.0
  [of_float(nan), of_float(nan)]
}
fn zeros_miss() -> List[Bool] { [of_float(0.0), of_float(-0.0)] }
fn of_closure(f :: (Int) -> Int) -> Int { f(1) }
fn equal_closures_hit() -> Int { of_closure(fn (x :: Int) -> Int { x }) + of_closure(fn (y :: Int) -> Int { y }) }
fn tail_into_memo(n :: Int) -> Int { leaf(n) }
fn tail_key() -> Int { tail_into_memo(1) + tail_into_memo(1) + leaf(1) }

fn compose(f :: (Int) -> Int, g :: (Int) -> Int) -> (Int) -> Int { fn (x :: Int) -> Int { g(f(x)) } }
fn composed(n :: Int) -> Int {
  let h := compose(leaf, fn (x :: Int) -> Int { x * 2 })
  h(n)
}
fn closure_in_field(n :: Int) -> Int {
  let r := { f: leaf, g: [leaf] }
  r.f(n)
}
fn immediate(n :: Int) -> Int { (fn (x :: Int) -> Int { x + n })(2) }
fn shadowing(leaf :: Int) -> List[Int] { list.map([1], fn (x :: Int) -> Int { x + leaf }) }
fn nested_lambdas(n :: Int) -> Int {
  let f := fn (a :: Int) -> (Int) -> Int { fn (b :: Int) -> Int { a * 10 + b + n } }
  let g := f(1)
  g(2)
}

fn same_body() -> Bool { fn (x :: Int) -> Int { x + 1 } == fn (y :: Int) -> Int { y + 1 } }
fn other_body() -> Bool { fn (x :: Int) -> Int { x + 1 } == fn (x :: Int) -> Int { x + 2 } }
fn same_captures(n :: Int) -> Bool { fn (x :: Int) -> Int { x + n } == fn (x :: Int) -> Int { x + n } }
fn other_captures(n :: Int) -> Bool {
  let m := n + 1
  fn (x :: Int) -> Int { x + n } == fn (x :: Int) -> Int { x + m }
}
fn float_body() -> Bool { fn (x :: Int) -> Float { 1.5 } == fn (x :: Int) -> Float { 1.5 } }
fn unit_body() -> Bool { fn (x :: Int) -> Unit { () } == fn (x :: Int) -> Unit { () } }
fn lambda_in_body() -> Bool {
  fn (x :: Int) -> Int { (fn () -> Int { x })() } == fn (x :: Int) -> Int { (fn () -> Int { x })() }
}
fn call_in_body() -> Bool { fn (x :: Int) -> Int { 1 + leaf(x) } == fn (x :: Int) -> Int { 1 + leaf(x) } }
fn same_name() -> Bool { leaf == leaf }
fn name_and_copy() -> Bool { leaf == fn (z :: Int) -> Int { z + 1 } }
fn other_name() -> Bool { leaf == gcd_one }
fn gcd_one(a :: Int) -> Int { gcd(a, 1) }
