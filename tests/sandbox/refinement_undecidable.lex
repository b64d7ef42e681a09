# tries: to pass a refinement that cannot be decided
# stopped: the call protocol; undecided is refused, at run time
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `root` (binding `x`): predicate references free var `limit`; ...

fn root(n :: Int{x | x < limit}) -> Int { n }

fn one() -> Int { 1 }

fn main() -> Int { root(one()) }
