# A driver that tail-calls the loop.
fn sum_to(n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => sum_to(n - 1, acc + n),
  }
}

fn drive(n :: Int) -> Int { sum_to(n, 0) }
