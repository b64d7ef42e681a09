import "std.io" as io
fn apply[E](f :: (Int) -> [| E] Int, x :: Int) -> [| E] Int { f(x) }
fn tap[E](f :: (Int) -> [io | E] Int) -> (Int) -> [io | E] Int {
  fn (x :: Int) -> [io | E] Int { f(x) }
}
fn quiet() -> Int { apply(fn (x :: Int) -> Int { x + 1 }, 1) }
fn main() -> [io] Int {
  let g := tap(fn (x :: Int) -> [io] Int { io.print("called")
    x * 2 })
  quiet() + apply(g, 20)
}
