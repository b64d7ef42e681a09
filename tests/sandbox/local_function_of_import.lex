# tries: to declare the effect in an imported file only
# stopped: static policy gate, imported functions included
# exit: 3
# stderr: error: `loud.shout` needs the effect [io], which is not granted...

import "./modules/loud" as loud

fn main() -> Int { 2 }
