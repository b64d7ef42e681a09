# tries: to run an effect in the predicate of a refinement
# stopped: predicates have operators only, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: refinement violated: argument 0 of `f` (binding `s`): unsupported predicate node: ...

import "std.io" as io

fn f(s :: Str{s | io.print(s) == ()}) -> Str { s }

fn main() -> Str { f(id("out")) }

fn id(s :: Str) -> Str { s }
