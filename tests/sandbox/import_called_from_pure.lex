# tries: to call an imported effectful function from a pure one
# run: --allow-effects io FILE
# stopped: type checker, the row of the imported function
# exit: 2
# stderr: error: `loud.shout` needs the effect [io], which `main` does not declare...

import "./modules/loud" as loud

fn main() -> Int { let _ := loud.shout("out") 2 }
