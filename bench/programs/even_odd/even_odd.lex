# Parity by two functions that tail-call each other.
# bench: n=300000001 small=10000001 warm=20000001
fn is_even(n :: Int) -> Bool { if n == 0 { true } else { is_odd(n - 1) } }

fn is_odd(n :: Int) -> Bool { if n == 0 { false } else { is_even(n - 1) } }

fn main(n :: Int) -> Int { if is_even(n) { 0 } else { 1 } }
