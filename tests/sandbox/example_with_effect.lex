# tries: to run an effect while examples are checked
# stopped: type checker; examples are of pure functions only
# exit: 2
# stderr: error: `say` has effects, so it cannot have examples...

import "std.io" as io

fn say(s :: Str) -> [io] Str
  examples { say("out") => "out" }
{ let _ := io.print(s) s }

fn main() -> Int { 1 }
