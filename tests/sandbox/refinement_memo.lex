# tries: to get past a refinement by a result that is remembered
# stopped: the call protocol; refinements come before the memo
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `root` (binding `x`): predicate failed for x = Int(-5)

fn root(n :: Int{x | x >= 0}) -> Int { n * n }

fn again(n :: Int, sum :: Int) -> Int { if n < -4 { root(n) } else { again(n - 1, sum + root(n * n)) } }

fn main() -> Int { again(200, 0) }
