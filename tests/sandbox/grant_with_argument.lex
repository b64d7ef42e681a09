# tries: to perform an effect that is granted with an argument only
# stopped: static policy gate; a bare effect needs a bare grant
# run: --allow-effects io:stdout FILE
# exit: 3
# stderr: error: `main` needs the effect [io], which is not granted...

import "std.io" as io

fn main() -> [io] Unit { io.print("out") }
