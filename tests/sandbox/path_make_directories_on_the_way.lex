# tries: to make folders outside on the way back into the scope
# stopped: fs.mkdir_p makes the resolved folder only, at run time
# run: --allow-effects fs_write --allow-fs-write {box}/inside FILE main '"{box}/outside/new/../../inside/made"'
# exit: 0
# stdout: {"$variant":"Ok","args":[null]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_write] Result[Unit, Str] { fs.mkdir_p(path) }
