# tries: to call an effectful function pure by the type of the record it is in
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: error: argument 1 of `use` should be Tools, found { say :: (Str) -> [io] Unit }...

import "std.io" as io

type Tools = { say :: (Str) -> Unit }

fn use(tools :: Tools) -> Unit { tools.say("out") }

fn main() -> Unit { use({ say: fn (s :: Str) -> [io] Unit { io.print(s) } }) }
