# tries: to reach a refined function by list.map
# stopped: the call protocol, at run time
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `root` (binding `x`): predicate failed for x = Int(-1)

import "std.list" as list

fn root(n :: Int{x | x >= 0}) -> Int { n }

fn main() -> List[Int] { list.map([1, 0, -1], root) }
