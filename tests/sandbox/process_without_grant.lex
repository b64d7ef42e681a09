# tries: to run a program in a record of functions whose row is lost
# stopped: the operation itself, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `proc` not in --allow-effects

import "std.process" as process

fn call[E](tool :: { run :: (Str) -> [io | E] Int }, s :: Str) -> [io] Int { tool.run(s) }

fn main() -> [io] Int {
  call({ run: fn (s :: Str) -> [io, proc] Int { let _ := process.run(s, []) 1 } }, "env")
}
