# Programs that fail after a while, in every way in which code calls code.
import "std.list" as list
import "std.iter" as iter
import "std.conc" as conc
import "std.parser" as parser

fn div(a :: Int, b :: Int) -> Int { a / b }

fn recursive(n :: Int) -> Int { if n == 0 { div(1, n) + 1 } else { 1 + recursive(n - 1) } }

fn mutual(n :: Int) -> Int { if n == 0 { 1 % n } else { 1 + other(n - 1) } }
fn other(n :: Int) -> Int { if n == 0 { div(n, 0) } else { 1 + mutual(n - 1) } }

fn tail(n :: Int) -> Int { if n == 0 { div(5, n) } else { tail(n - 1) } }

fn mapped(n :: Int) -> List[Int] {
  list.map(list.range(0 - n, n), fn (x :: Int) -> Int { 100 / x })
}
fn folded(n :: Int) -> Int {
  list.fold(list.range(0 - n, n), 0, fn (a :: Int, x :: Int) -> Int { a + div(100, x) })
}
fn filtered(n :: Int) -> List[Int] {
  list.filter(list.range(0 - n, n), fn (x :: Int) -> Bool { div(100, x) > 3 })
}
fn sorted(n :: Int) -> List[Int] {
  list.sort_by(list.range(0 - n, n), fn (x :: Int) -> Int { div(100, x) })
}

fn twice(f :: (Int) -> Int, n :: Int) -> Int { f(n) + f(n + 1) }
fn closures(n :: Int) -> Int { closures_from(n, 0 - n, 0) + 1 }
fn closures_from(n :: Int, i :: Int, sum :: Int) -> Int {
  if i > n { sum } else {
    let part := twice(fn (x :: Int) -> Int { 100 / x }, i)
    closures_from(n, i + 1, sum + part)
  }
}

fn iterated(n :: Int) -> Int {
  let halves := iter.map(iter.from_list(list.range(0 - n, n)), fn (x :: Int) -> Int { 100 / x })
  iter.count(halves)
}

type Light = Red | Amber | Green({ since :: Int })
fn after(l :: Light) -> Int { match l { Red => 1, Amber => 2 } }
fn matched(n :: Int) -> Int {
  let light := if n == 0 { Green({ since: n }) } else { Red }
  let count := after(light)
  if n == 0 { count } else { matched(n - count) }
}

fn deep(n :: Int) -> Int { 1 + middle(n) }
fn middle(n :: Int) -> Int { 1 + lowest(n) }
fn lowest(n :: Int) -> Int { if n == 0 { 7 % n } else { 1 + deep_again(n - 1) } }
fn deep_again(n :: Int) -> Int { if n < 0 { 0 } else { 1 + middle_again(n) } }
fn middle_again(n :: Int) -> Int { if n == 0 { 7 % n } else { 1 + deep_again(n - 1) } }

fn safe(n :: Int) -> Int {
  match parser.run(parser.map(parser.digit(), fn (s :: Str) -> Int { div(n, 0) }), "1") {
    Ok(value) => value,
    Err(_) => 1
  }
}
fn swallowed(n :: Int) -> Int { swallow(n, 0) }
fn swallow(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { swallow(n - 1, sum + safe(n)) }
}
fn caught(n :: Int) -> Int { div(swallowed(n % 100), 0) + 1 }

fn parallel(n :: Int) -> List[Int] {
  list.par_map(list.range(0 - n, n), fn (x :: Int) -> Int { div(100, x) })
}

fn actors(n :: Int) -> [concurrent] Int {
  let actor := conc.spawn(n, fn (left :: Int, m :: Int) -> (Int, Int) {
    (left - 1, div(m, left))
  })
  ask(actor, n + 1)
}
fn ask(actor :: Actor[Int], n :: Int) -> [concurrent] Int {
  let answer := conc.ask(actor, n)
  ask(actor, n + answer * 0)
}

fn first(n :: Int) -> Int { second(n) + 1 }
fn second(n :: Int) -> Int { third(n) + 1 }
fn third(n :: Int) -> Int { 1000 / n }
fn inlined(n :: Int) -> Int {
  let value := first(n)
  if value < 0 { 0 } else { inlined(n - 1) }
}

fn steps(n :: Int) -> Int { if n == 0 { 0 } else { 1 + inner(n) } }
fn inner(n :: Int) -> Int {
  let part := list.fold(list.range(0, 10), 0, fn (a :: Int, x :: Int) -> Int { a + x * n })
  part + steps_on(n - 1)
}
fn steps_on(n :: Int) -> Int { if n % 50 == 0 { restart(n) } else { 1 + inner(n) } }
fn restart(n :: Int) -> Int { if n < 1 { 0 } else { restart(n - 1) } }
