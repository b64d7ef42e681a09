# tries: to read a device without an end until the memory of the machine is used up
# stopped: the memory limit, at run time
# run: --allow-effects io --max-memory 64M FILE
# exit: 1
# stderr: error: runtime: memory limit exceeded (67108864 bytes)

import "std.io" as io

fn main() -> [io] Result[Str, Str] { io.read("/dev/zero") }
