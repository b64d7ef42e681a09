# tries: to read a secret by a link in the scope
# stopped: io.read, which resolves links, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/inside/link"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/inside/link` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
