# tries: to reach a refined function by tail calls, once it is compiled
# stopped: the call protocol, at run time, in compiled code too
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `down` (binding `x`): predicate failed for x = Int(-1)

fn down(n :: Int{x | x >= 0}) -> Int { down(n - 1) }

fn main() -> Int { down(100000) }
