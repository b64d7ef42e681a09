# A loop that calls a small function in each round.
# bench: n=90000000 small=1500000 warm=5000000
fn square(i :: Int) -> Int { i * i }

fn sum_squares(i :: Int, n :: Int, total :: Int) -> Int {
  if i == n { total } else { sum_squares(i + 1, n, (total + square(i)) % 1000003) }
}

fn main(n :: Int) -> Int { sum_squares(0, n, 0) }
