# Mutual tail recursion.
fn even(n :: Int) -> Bool { match n { 0 => true, _ => odd(n - 1) } }

fn odd(n :: Int) -> Bool { match n { 0 => false, _ => even(n - 1) } }
