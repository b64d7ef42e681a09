# Takeuchi's function. It declares an effect, because calls of functions without one
# are memoised and most of this recursion would never happen.
# bench: n=10 small=8 warm=7
fn tak(x :: Int, y :: Int, z :: Int) -> [io] Int {
  if y < x { tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) } else { z }
}

fn main(n :: Int) -> [io] Int { tak(n * 3, n * 2, n) }
