# tries: to pass a literal that the refinement excludes
# stopped: type checker
# exit: 2
# stderr: error: argument 1 of `root` breaks its rule...

fn root(n :: Int{x | x >= 0}) -> Int { n }

fn main() -> Int { root(-1) }
