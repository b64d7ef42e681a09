# tries: to pass a standard function with effects where a pure one is expected
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: error: argument 1 of `apply` should be (Str) -> Unit, found (Str) -> [io] Unit...

import "std.io" as io

fn apply(f :: (Str) -> Unit, s :: Str) -> Unit { f(s) }

fn main() -> Unit { apply(io.print, "out") }
