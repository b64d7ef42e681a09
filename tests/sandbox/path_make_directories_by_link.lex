# tries: to make folders behind a link
# stopped: fs.mkdir_p, which resolves links, at run time
# run: --allow-effects fs_write --allow-fs-write {box}/inside FILE main '"{box}/inside/folder/new"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/folder/new` outside --allow-fs-write"]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_write] Result[Unit, Str] { fs.mkdir_p(path) }
