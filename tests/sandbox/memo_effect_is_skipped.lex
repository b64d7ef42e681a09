# tries: to have an effect counted once but performed for every call, or the reverse
# stopped: functions with an open row are not remembered
# run: --allow-effects io FILE
# exit: 0
# stdout: out
# stdout: out
# stdout: 2

import "std.io" as io

fn run[E](f :: () -> [| E] Int) -> [| E] Int { f() }

fn say() -> [io] Int { let _ := io.print("out") 1 }

fn main() -> [io] Int { run(say) + run(say) }
