# tries: to go on after the budget is exceeded, by a parser that turns failures into values
# stopped: the call protocol; every further call is charged and refused
# run: --allow-effects budget --budget 25 FILE
# exit: 1
# stderr: error: runtime: effect handler error: budget exceeded: requested 10, used so far 20, ceiling 25

import "std.parser" as parser

fn spend(n :: Int) -> [budget(10)] Int { n + 1 }

fn main() -> [budget(10)] Int {
  let first := spend(spend(1))
  let p := parser.map(parser.char("a"), fn (s :: Str) -> [budget(10)] Int { spend(1) })
  match parser.run(p, "a") { Ok(n) => n, Err(e) => spend(first) }
}
