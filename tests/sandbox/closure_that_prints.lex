# tries: to print in a closure of a function that declares nothing
# stopped: type checker, the row of the lambda
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io

fn main() -> Int {
  let shout := fn (n :: Int) -> Int { let _ := io.print("out") n }
  shout(1)
}
