# tries: to run without a step limit in the workers of par_map
# stopped: the machine; a worker has the same limit
# run: --max-steps 5000 FILE
# exit: 1
# stderr: error: runtime: effect handler error: par_map worker: Panic("step limit exceeded in `forever` (5001 > 5000)")

import "std.list" as list

fn forever(n :: Int) -> Int { forever(n + 1) }

fn main() -> List[Int] { list.par_map([1, 2], forever) }
