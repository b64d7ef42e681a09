# tries: to perform an effect that is declared but not granted
# stopped: static policy gate
# exit: 3
# stderr: {"kind":"effect_not_allowed","detail":"effect `io` not in --allow-effects","effect":"io","at":"main"}

import "std.io" as io

fn main() -> [io] Unit { io.print("out") }
