# tries: to let list.map run an effectful closure
# stopped: type checker, the row that list.map passes on
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io
import "std.list" as list

fn main() -> Int {
  let done := list.map(["out"], fn (s :: Str) -> [io] Unit { io.print(s) })
  list.len(done)
}
