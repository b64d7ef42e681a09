# tries: to lose an effect in the second of two row variables
# stopped: the operation itself, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `env` not in --allow-effects

import "std.env" as env
import "std.option" as option

fn both[E, F](f :: () -> [| E] Int, g :: () -> [| F] Str) -> [| E] Str {
  let _ := f()
  g()
}

fn main() -> Str {
  both(fn () -> Int { 1 }, fn () -> [env] Str { option.unwrap_or(env.get("SECRET"), "none") })
}
