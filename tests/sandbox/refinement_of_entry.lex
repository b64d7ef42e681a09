# tries: to pass a bad argument on the command line
# stopped: the call protocol, at run time
# run: FILE main -1
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `main` (binding `x`): predicate failed for x = Int(-1)

fn main(n :: Int{x | x >= 0}) -> Int { n }
