fn sum(n :: Int) -> Int { n + sum(n - 1) }
fn main() -> Int { sum(3) }
