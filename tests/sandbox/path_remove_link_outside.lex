# tries: to remove a link outside the scope that leads into it
# stopped: fs.remove; the link itself has to be in the scope, at run time
# run: --allow-effects fs_write --allow-fs-write {box}/inside FILE main '"{box}/outside/back"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/outside/back` outside --allow-fs-write"]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_write] Result[Unit, Str] { fs.remove(path) }
