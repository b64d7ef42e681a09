fn even(n :: Int) -> Bool { if n == 0 { true } else { odd(n - 1) } }
fn odd(n :: Int) -> Bool { if n == 0 { false } else { even(n - 1) } }
fn loop(i :: Int, acc :: Int) -> Int { match i { 0 => acc, _ => loop(i - 1, acc + i) } }
fn main() -> (Bool, Int) { (even(100001), loop(100000, 0)) }
