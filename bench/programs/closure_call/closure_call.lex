# A loop that calls a closure twice in each round.
# bench: n=100000000 small=1000000 warm=5000000
fn sum_apply(f :: (Int) -> Int, n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { sum_apply(f, n - 1, (total + f(n) + f(n + 1)) % 1000003) }
}

fn main(n :: Int) -> Int {
  let base := n + 7
  sum_apply(fn (x :: Int) -> Int { x * 2 + base }, n, 0)
}
