# tries: to make an effect vanish by a tail that is no type parameter
# stopped: type checker, the unknown tail is nothing
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io

fn apply(f :: () -> [io] Unit) -> [| Missing] Unit { f() }

fn main() -> Unit { apply(fn () -> [io] Unit { io.print("out") }) }
