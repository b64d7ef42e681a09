# tries: to be checked against the first definition and to run the last
# stopped: type checker; callers and the checker mean the same one, the last
# run: --allow-effects io FILE
# exit: 2
# stderr: error: `say` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn say() -> Int { 1 }

fn main() -> Int { say() }

fn say() -> [io] Int { let _ := io.print("out") 2 }
