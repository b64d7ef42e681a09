fn one() -> Int { 1 }
