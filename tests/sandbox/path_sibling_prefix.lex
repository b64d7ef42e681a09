# tries: to read a neighbour whose name starts like the scope
# stopped: io.read; scopes are compared by component, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/insider/secret.txt"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/insider/secret.txt` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
