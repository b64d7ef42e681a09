# The sum of 1..n by a tail call with an accumulator.
# bench: n=100000000 small=10000000 warm=15000000
fn sum_to(n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { sum_to(n - 1, total + n) }
}

fn main(n :: Int) -> Int { sum_to(n, 0) }
