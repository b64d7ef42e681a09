# tries: to call an imported effectful function from a pure one
# run: --allow-effects io FILE
# stopped: type checker, the row of the imported function
# exit: 2
# stderr: {"kind":"effect_not_declared","at_node":"n_0","effect":"io"}

import "./modules/loud" as loud

fn main() -> Int { let _ := loud.shout("out") 2 }
