# tries: to hide an effect in a record of functions
# stopped: type checker, the row of the field
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io

fn main() -> Int {
  let tools := { size: 3, say: fn (s :: Str) -> [io] Unit { io.print(s) } }
  let _ := tools.say("out")
  tools.size
}
