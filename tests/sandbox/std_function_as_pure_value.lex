# tries: to pass a standard function with effects where a pure one is expected
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: {"kind":"effect_row_mismatch","at_node":"n_0","expected":"[]","got":"[io]","context":["argument 1 of call"]}

import "std.io" as io

fn apply(f :: (Str) -> Unit, s :: Str) -> Unit { f(s) }

fn main() -> Unit { apply(io.print, "out") }
