# tries: to go on after the step limit, by a parser that turns failures into values
# stopped: the machine; no step is left
# run: --max-steps 5000 FILE
# exit: 1
# stderr: error: runtime: runtime panic: step limit exceeded in `...` (5001 > 5000)

import "std.parser" as parser

fn forever(n :: Int) -> Int { forever(n + 1) }

fn main() -> Int {
  let p := parser.map(parser.char("a"), fn (s :: Str) -> Int { forever(0) })
  match parser.run(p, "a") { Ok(n) => n, Err(e) => forever(1) }
}
