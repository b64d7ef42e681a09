# tries: to read the environment as a file, without the effect env
# stopped: io.read, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `env` not in --allow-effects

import "std.io" as io

fn main() -> [io] Result[Str, Str] { io.read("/proc/self/environ") }
