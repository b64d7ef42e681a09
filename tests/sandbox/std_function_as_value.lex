# tries: to print by a standard function that is passed as a value
# stopped: type checker, the row of the function's type
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io

fn main() -> Int {
  let say := io.print
  let _ := say("out")
  1
}
