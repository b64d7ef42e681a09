# Higher-order list operations on short lists.
import "std.list" as list

fn handle(n :: Int) -> Int {
  let xs := [n, n + 1, n + 2, n + 3]
  let ys := list.map(xs, fn (x :: Int) -> Int { x + 1 })
  let zs := list.map(ys, fn (x :: Int) -> Int { x * 2 })
  let ws := list.map(zs, fn (x :: Int) -> Int { x - 1 })
  list.fold(ws, 0, fn (a :: Int, x :: Int) -> Int { a + x })
}

fn drive(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => {
      let r := handle(n)
      r + drive(n - 1)
    },
  }
}
