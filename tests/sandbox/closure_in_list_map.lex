# tries: to let list.map run an effectful closure
# stopped: type checker, the row that list.map passes on
# exit: 2
# stderr: error: `list.map` needs the effect [io], which `main` does not declare...

import "std.io" as io
import "std.list" as list

fn main() -> Int {
  let done := list.map(["out"], fn (s :: Str) -> [io] Unit { io.print(s) })
  list.len(done)
}
