import "std.list" as list
import "std.io" as io
import "std.conc" as conc
import "std.iter" as iter
import "std.int" as int
fn add(s :: Int, m :: Int) -> (Int, Int) { (s + m, s * m) }
fn inc(n :: Int) -> Int { n + 1 }
fn names() -> [concurrent] List[Str] {
  let a := conc.spawn(1, add)
  let r1 := conc.register(a, "zeta")
  let r2 := conc.register(a, "alpha")
  let r3 := conc.register(a, "Beta")
  conc.registered()
}
fn twice() -> [concurrent] (Int, Int) {
  let a := conc.spawn(1, add)
  let r1 := conc.register(a, "d1")
  let r2 := conc.register(a, "d1")
  let x := match r2 { Ok(_) => 0, Err(_) => 1 }
  let u1 := conc.unregister("d1")
  let u2 := conc.unregister("d1")
  let y := match u2 { Ok(_) => 0, Err(_) => 1 }
  (x, y)
}
fn look() -> [concurrent] Int {
  let a := conc.spawn(5, add)
  let r := conc.register(a, "look")
  match conc.lookup("look") {
    Some(b) => conc.ask(b, 3) + conc.ask(a, 1),
    None => 0,
  }
}
fn in_a_list() -> [concurrent] List[Int] {
  let a := conc.spawn(0, add)
  list.map([1, 2, 3, 4], fn (x :: Int) -> [concurrent] Int { conc.ask(a, x) })
}
fn printing() -> [io, concurrent] Int {
  let a := conc.spawn(2, fn (s :: Int, m :: Int) -> [io] (Int, Int) {
    let _ := io.print(int.to_str(s))
    (m, s)
  })
  let _ := conc.tell(a, 7)
  conc.ask(a, 8)
}
fn fails() -> [io, concurrent] Int {
  let a := conc.spawn(2, fn (s :: Int, m :: Int) -> [io] (Int, Int) {
    let _ := io.print("before")
    (s, s / m)
  })
  conc.ask(a, 0)
}
fn memoed() -> [concurrent] (Int, Int) {
  let a := conc.spawn(2, fn (s :: Int, m :: Int) -> (Int, Int) { (inc(s), inc(m) + inc(m)) })
  (conc.ask(a, 1), conc.ask(a, 1))
}
fn lazy(n :: Int) -> List[Int] {
  iter.to_list(iter.unfold(n, fn (s :: Int) -> Option[(Int, Int)] { if s == 0 { None } else { Some((s * s, s - 1)) } }))
}
fn nexts(n :: Int) -> Int {
  match iter.next(iter.unfold(n, fn (s :: Int) -> Option[(Int, Int)] { Some((inc(s), s + 1)) })) {
    Some((x, rest)) => match iter.next(rest) { Some((y, _)) => x * 100 + y, None => -1 },
    None => -2,
  }
}
fn eager(n :: Int) -> (Int, List[Int], Bool) {
  let it := iter.skip(iter.take(iter.from_list(list.range(0, n)), 7), 2)
  (iter.count(it), iter.to_list(iter.filter(iter.map(it, inc), fn (x :: Int) -> Bool { x % 2 == 0 })), iter.is_empty(it))
}
fn folded(n :: Int) -> Int { iter.fold(iter.from_list(list.range(0, n)), 0, fn (a :: Int, x :: Int) -> Int { a + inc(x) }) }
fn endless(n :: Int) -> List[Int] {
  iter.to_list(iter.unfold(n, fn (s :: Int) -> Option[(Int, Int)] { Some((s, s + 1)) }))
}
fn nested(n :: Int) -> List[List[Int]] { list.par_map([n, n + 1], fn (x :: Int) -> List[Int] { list.par_map([x, x], fn (y :: Int) -> Int { inc(y) + inc(y) }) }) }
fn asking(n :: Int) -> [concurrent] List[Int] {
  let a := conc.spawn(n, add)
  list.par_map([n], fn (x :: Int) -> [concurrent] Int { conc.ask(a, x) })
}
