# tries: to pass a literal that the refinement excludes
# stopped: type checker
# exit: 2
# stderr: {"kind":"refinement_violation",...

fn root(n :: Int{x | x >= 0}) -> Int { n }

fn main() -> Int { root(-1) }
