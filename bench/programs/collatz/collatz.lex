# The longest Collatz chain that starts below n.
# bench: n=1000000 small=25000 warm=80000
fn length(m :: Int, count :: Int) -> Int {
  if m == 1 { count } else {
    if m % 2 == 0 { length(m / 2, count + 1) } else { length(3 * m + 1, count + 1) }
  }
}

fn longest(m :: Int, best :: Int) -> Int {
  if m == 0 { best } else {
    let here := length(m, 0)
    if here > best { longest(m - 1, here) } else { longest(m - 1, best) }
  }
}

fn main(n :: Int) -> Int { longest(n - 1, 0) }
