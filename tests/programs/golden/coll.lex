# Length of a Collatz sequence; the memo table gives up after 64 calls.
fn coll(n :: Int) -> Int {
  match n {
    1 => n,
    _ => match n % 2 {
      0 => 1 + coll(n / 2),
      _ => 1 + coll(3 * n + 1),
    },
  }
}
