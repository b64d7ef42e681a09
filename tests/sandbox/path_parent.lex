# tries: to read a file outside the scope by going up
# stopped: io.read, which resolves the path, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/inside/../outside/secret.txt"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/inside/../outside/secret.txt` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
