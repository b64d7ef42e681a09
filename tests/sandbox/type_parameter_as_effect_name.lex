# tries: to make an effect vanish by a tail that is no type parameter
# stopped: type checker, the unknown tail is nothing
# exit: 2
# stderr: error: `f` needs the effect [io], which `apply` does not declare...

import "std.io" as io

fn apply(f :: () -> [io] Unit) -> [| Missing] Unit { f() }

fn main() -> Unit { apply(fn () -> [io] Unit { io.print("out") }) }
