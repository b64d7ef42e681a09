# Evaluation order, and `and`/`or` that evaluate both sides.
import "std.io" as io
import "std.list" as list

fn say(s :: Str, n :: Int) -> [io] Int {
  let _ := io.print(s)
  n
}
fn yes(s :: Str) -> [io] Bool {
  let _ := io.print(s)
  true
}
fn add3(a :: Int, b :: Int, c :: Int) -> Int { a + b + c }
fn operands() -> [io] Int { say("a", 1) + say("b", 2) * say("c", 3) }
fn arguments() -> [io] Int { add3(say("a", 1), say("b", 2), say("c", 3)) }
fn fields() -> [io] { a :: Int, b :: Int } { { b: say("b", 2), a: say("a", 1) } }
fn items() -> [io] List[Int] { [say("a", 1), say("b", 2)] }
fn pair() -> [io] (Int, Int) { (say("a", 1), say("b", 2)) }
fn and_both() -> [io] Bool { not yes("a") and yes("b") }
fn or_both() -> [io] Bool { yes("a") or yes("b") }
fn and_divides(n :: Int) -> Bool { n != 0 and 10 / n > 1 }
fn swapped() -> [io] Bool { say("a", 1) > say("b", 2) }
fn scrutinee_once() -> [io] Int { match say("a", 1) { 0 => 0, 1 => 5, _ => 9 } }
fn error_after_effect() -> [io] Int { say("a", 1) / say("b", 0) }
fn ticks(n :: Int) -> [io] Int {
  match n {
    0 => 0,
    _ => ticks(n - say("tick", 1)),
  }
}
fn mapped() -> [io] List[Int] { list.map([1, 2], fn (x :: Int) -> [io] Int { say("m", x) }) }
