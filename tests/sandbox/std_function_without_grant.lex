# tries: to perform an effect that is declared but not granted
# stopped: static policy gate
# exit: 3
# stderr: error: `main` needs the effect [io], which is not granted...

import "std.io" as io

fn main() -> [io] Unit { io.print("out") }
