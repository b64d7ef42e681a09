# Programs that test_step_limit stops after every step.
import "std.io" as io
import "std.list" as list
fn tick(n :: Int) -> [io] Int {
  let _ := io.print("t")
  n - 1
}
fn loop(n :: Int) -> [io] Int {
  match n {
    0 => 7,
    _ => loop(tick(n)),
  }
}
fn mapped(n :: Int) -> Int {
  list.fold(list.map([n, 2, 3], fn (x :: Int) -> Int { x * n + 1 }), 0, fn (a :: Int, x :: Int) -> Int { a + x })
}
fn inc(n :: Int) -> Int { n + 1 }
fn calls(n :: Int) -> Int { if inc(n) > 3 { inc(inc(n)) } else { inc(n) * 2 } }
