# tries: to make the folding of branches drop the wrong arm
# stopped: type checker; a variable pattern before the literal is not folded past
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "std.io" as io

fn main() -> Int {
  match 5 {
    n => { let _ := io.print("out") n },
    5 => 2,
  }
}
