# tries: to recurse without a limit through actors
# stopped: the machine; handlers run above the caller's frames
# run: --allow-effects concurrent FILE
# exit: 1
# stderr: error: runtime: effect handler error: conc.ask: handler error: Effect("conc.ask: ...

import "std.conc" as conc

fn deeper(n :: Int) -> [concurrent] Int {
  let next := conc.spawn(0, fn (s :: Int, m :: Int) -> [concurrent] (Int, Int) { (s, deeper(m + 1)) })
  1 + conc.ask(next, n)
}

fn main() -> [concurrent] Int { deeper(0) }
