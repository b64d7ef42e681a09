# tries: to lose an effect in a row variable that the function's own row leaves out
# stopped: the operation itself, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `env` not in --allow-effects

import "std.env" as env
import "std.option" as option

fn run[E](f :: (Str) -> [io | E] Str, s :: Str) -> [io] Str { f(s) }

fn main() -> [io] Str {
  run(fn (s :: Str) -> [io, env] Str { option.unwrap_or(env.get(s), "none") }, "SECRET")
}
