# tries: to run an effect in the arm that a folded match leaves
# stopped: type checker, the arm that is left is checked
# exit: 2
# stderr: error: `io.print` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn main() -> Int { if true { let _ := io.print("out") 1 } else { 2 } }
