# tries: to pass a bound with a number that compares false
# stopped: the call protocol, at run time
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `root` (binding `x`): predicate failed for x = Float(NaN)

fn root(n :: Float{x | x >= 0.0}) -> Float { n }

fn nan(zero :: Float) -> Float { zero / zero }

fn main() -> Float { root(nan(0.0)) }
