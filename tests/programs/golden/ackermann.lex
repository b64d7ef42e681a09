# Tail calls and remembered calls mixed.
fn ack(m :: Int, n :: Int) -> Int {
  match m {
    0 => n + 1,
    _ => match n {
      0 => ack(m - 1, 1),
      _ => ack(m - 1, ack(m, n - 1)),
    },
  }
}
