# tries: to hide an effect in a record of functions
# stopped: type checker, the row of the field
# exit: 2
# stderr: error: `tools.say` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn main() -> Int {
  let tools := { size: 3, say: fn (s :: Str) -> [io] Unit { io.print(s) } }
  let _ := tools.say("out")
  tools.size
}
