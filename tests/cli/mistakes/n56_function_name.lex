fn total(n :: Int) -> Int { n }
