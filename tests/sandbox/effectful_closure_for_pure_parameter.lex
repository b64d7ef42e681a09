# tries: to pass a closure with effects where a pure one is expected
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: {"kind":"effect_row_mismatch","at_node":"n_0","expected":"[]","got":"[io]","context":["argument 1 of call"]}

import "std.io" as io

fn twice(f :: (Int) -> Int) -> Int { f(f(1)) }

fn main() -> Int { twice(fn (n :: Int) -> [io] Int { let _ := io.print("out") n }) }
