# tries: to read the environment as a file by another path
# stopped: io.read, which resolves the path, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `env` not in --allow-effects

import "std.io" as io

fn main() -> [io] Result[Str, Str] { io.read("/proc/thread-self/../../fd/../environ") }
