# tries: to declare the effect in an imported file only
# stopped: static policy gate, imported functions included
# exit: 3
# stderr: {"kind":"effect_not_allowed","detail":"effect `io` not in --allow-effects","effect":"io","at":"...shout"}

import "./modules/loud" as loud

fn main() -> Int { 2 }
