# tries: to call an effectful closure from a function that declares nothing
# stopped: type checker, the row of the function
# exit: 2
# stderr: error: `shout` needs the effect [io], which `main` does not declare

import "std.io" as io

fn main() -> Int {
  let shout := fn (n :: Int) -> [io] Int { let _ := io.print("out") n }
  shout(1)
}
