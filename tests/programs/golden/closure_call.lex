# Two closure calls in each round of a loop.
fn sum_apply(f :: (Int) -> Int, n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => sum_apply(f, n - 1, acc + f(n) + f(n + 1)),
  }
}

fn drive(n :: Int) -> Int {
  let base := n + 7
  let g := fn (x :: Int) -> Int { x * 2 + base }
  sum_apply(g, n, 0)
}
