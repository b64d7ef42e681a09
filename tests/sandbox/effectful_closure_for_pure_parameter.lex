# tries: to pass a closure with effects where a pure one is expected
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: error: argument 1 of `twice` should be (Int) -> Int, found (Int) -> [io] Int...

import "std.io" as io

fn twice(f :: (Int) -> Int) -> Int { f(f(1)) }

fn main() -> Int { twice(fn (n :: Int) -> [io] Int { let _ := io.print("out") n }) }
