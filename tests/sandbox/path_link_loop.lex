# tries: to confuse the resolution of links by a loop
# stopped: io.read; what cannot be resolved is outside, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/inside/loop/x"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/inside/loop/x` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
