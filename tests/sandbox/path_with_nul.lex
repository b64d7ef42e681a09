# tries: to hide the end of a path behind a NUL
# stopped: io.read refuses the path, at run time
# run: --allow-effects io --allow-fs-read {box}/inside FILE main '"{box}/outside/secret.txt\u0000/../../inside/note.txt"'
# exit: 0
# stdout: {"$variant":"Err","args":["file name contained an unexpected NUL byte"]}

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
