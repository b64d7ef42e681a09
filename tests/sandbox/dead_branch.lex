# tries: to hide a forbidden call in a branch that is not dead
# stopped: type checker; only branches of literal conditions are folded away
# exit: 2
# stderr: error: `io.print` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn never() -> Bool { false }

fn main() -> Int { if never() { let _ := io.print("out") 1 } else { 2 } }
