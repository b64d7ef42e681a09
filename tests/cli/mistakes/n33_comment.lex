// adds one
fn f(n :: Int) -> Int { n + 1 }
