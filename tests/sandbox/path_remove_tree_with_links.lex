# tries: to remove a folder that links lead out of
# stopped: fs.remove removes the links, not what they lead to, at run time
# run: --allow-effects fs_write --allow-fs-write {box}/inside FILE main '"{box}/inside"'
# exit: 0
# stdout: {"$variant":"Ok","args":[null]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_write] Result[Unit, Str] { fs.remove(path) }
