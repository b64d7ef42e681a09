# tries: to remove a folder by a link to it
# stopped: fs.remove, which resolves links, at run time
# run: --allow-effects fs_write --allow-fs-write {box}/inside FILE main '"{box}/inside/folder/folder"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/folder/folder` outside --allow-fs-write"]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_write] Result[Unit, Str] { fs.remove(path) }
