# tries: to be checked as a pure local and to run the effectful function of that name
# stopped: the local runs, lexical scope
# run: --allow-effects io FILE
# exit: 0
# stdout: "harmless"

import "std.io" as io

fn say(s :: Str) -> [io] Str { let _ := io.print("out") s }

fn quiet() -> Str {
  let say := fn (s :: Str) -> Str { s }
  say("harmless")
}

fn main() -> Str { quiet() }
