# Naive Fibonacci recursion. `path` numbers the calls, so that no two are alike and
# none can be answered from the memo; it decides the value of the leaves.
# bench: n=36 small=29 warm=28
fn fib(n :: Int, path :: Int) -> Int {
  if n < 2 { path % 3 } else { fib(n - 1, path * 2) + fib(n - 2, path * 2 + 1) }
}

fn main(n :: Int) -> Int { fib(n, 1) }
