# tries: to drop a declared effect from the policy's list by a second, pure definition
# stopped: nothing escapes: the last definition, which is pure, is what runs
# exit: 3
# stderr: error: `say` needs the effect [io], which is not granted...

import "std.io" as io

fn say() -> [io] Int { let _ := io.print("out") 2 }

fn say() -> Int { 1 }

fn main() -> Int { say() }
