# tries: to change the machine by writing to its memory as a file
# stopped: the system; nothing is mapped where such a write begins
# run: --allow-effects io FILE
# exit: 0
# stdout: {"$variant":"Err","args":["Input/output error (os error 5)"]}

import "std.io" as io

fn main() -> [io] Result[Unit, Str] { io.write("/proc/self/mem", "xxxxxxxx") }
