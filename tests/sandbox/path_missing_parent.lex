# tries: to go up from a folder that does not exist
# stopped: io.read, which resolves the path, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/inside/none/../../outside/secret.txt"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/inside/none/../../outside/secret.txt` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
