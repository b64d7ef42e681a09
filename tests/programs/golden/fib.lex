# Doubly recursive; linear because pure calls are remembered.
fn fib(n :: Int) -> Int {
  match n {
    0 => 0,
    1 => 1,
    _ => fib(n - 1) + fib(n - 2),
  }
}
