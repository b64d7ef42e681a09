# tries: to hide the effect by a local record with the module's name
# stopped: the local has no effects, and what runs is the local
# exit: 0
# stdout: "harmless"

import "std.io" as io

fn main() -> Str {
  let io := { print: fn (s :: Str) -> Str { s } }
  io.print("harmless")
}
