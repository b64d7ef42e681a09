# tries: to print by a standard function that is passed as a value
# stopped: type checker, the row of the function's type
# exit: 2
# stderr: error: `say` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn main() -> Int {
  let say := io.print
  let _ := say("out")
  1
}
