# tries: to get a result for a call that failed
# stopped: calls that fail are not remembered
# exit: 1
# stderr: error: runtime: integer division by zero

import "std.parser" as parser

fn risky(n :: Int) -> Int { 100 / n }

fn main() -> Int {
  let p := parser.map(parser.char("a"), fn (s :: Str) -> Int { risky(0) })
  match parser.run(p, "a") { Ok(n) => n, Err(e) => risky(0) }
}
