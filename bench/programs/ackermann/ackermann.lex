# ack(3, 6), n times: recursion about 500 calls deep. It declares an effect, because
# calls of functions without one are memoised.
# bench: n=150 small=20 warm=10
fn ack(m :: Int, n :: Int) -> [io] Int {
  if m == 0 { n + 1 } else {
    if n == 0 { ack(m - 1, 1) } else { ack(m - 1, ack(m, n - 1)) }
  }
}

fn repeat(n :: Int, total :: Int) -> [io] Int {
  if n == 0 { total } else { repeat(n - 1, total + ack(3, 6)) }
}

fn main(n :: Int) -> [io] Int { repeat(n, 0) }
