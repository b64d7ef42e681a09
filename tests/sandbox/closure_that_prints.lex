# tries: to print in a closure of a function that declares nothing
# stopped: type checker, the row of the lambda
# exit: 2
# stderr: error: `io.print` needs the effect [io], which this function does not declare...

import "std.io" as io

fn main() -> Int {
  let shout := fn (n :: Int) -> Int { let _ := io.print("out") n }
  shout(1)
}
