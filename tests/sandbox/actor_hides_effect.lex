# tries: to run an effect in an actor, whose type drops the row of its handler
# stopped: the operation itself, at run time
# run: --allow-effects concurrent FILE
# exit: 1
# stderr: error: runtime: effect handler error: conc.ask: handler error: Effect("effect `env` not in --allow-effects")

import "std.conc" as conc
import "std.env" as env
import "std.option" as option

fn main() -> [concurrent] Str {
  let spy := conc.spawn(0, fn (n :: Int, name :: Str) -> [env] (Int, Str) {
    (n, option.unwrap_or(env.get(name), "none"))
  })
  conc.ask(spy, "SECRET")
}
