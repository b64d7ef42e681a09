# tries: to call an effectful function pure by the type of the variant it is in
# stopped: type checker, rows of function types are equal or no match
# exit: 2
# stderr: error: the value of `Job` should be (Str) -> Unit, found (Str) -> [io] Unit...

import "std.io" as io

type Job = Job((Str) -> Unit) | Idle

fn start(job :: Job) -> Unit { match job { Job(f) => f("out"), Idle => () } }

fn main() -> Unit { start(Job(fn (s :: Str) -> [io] Unit { io.print(s) })) }
