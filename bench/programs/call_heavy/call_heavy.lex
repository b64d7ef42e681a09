# A factorial by recursion that is not a tail call, modulo a prime, n times. It declares
# an effect, because calls of functions without one are memoised.
# bench: n=2000000 small=100000 warm=100000
fn factorial(k :: Int) -> [io] Int {
  match k {
    0 => 1,
    _ => k * factorial(k - 1) % 1000003,
  }
}

fn repeat(n :: Int, total :: Int) -> [io] Int {
  if n == 0 { total } else { repeat(n - 1, (total + factorial(20 + n % 4)) % 1000003) }
}

fn main(n :: Int) -> [io] Int { repeat(n, 0) }
