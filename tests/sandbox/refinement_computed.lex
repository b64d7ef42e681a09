# tries: to pass a computed value that the refinement excludes
# stopped: the call protocol, at run time
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `root` (binding `x`): predicate failed for x = Int(-1)

fn root(n :: Int{x | x >= 0}) -> Int { n }

fn minus_one(n :: Int) -> Int { n - 2 }

fn main() -> Int { root(minus_one(1)) }
