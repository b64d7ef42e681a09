# tries: to list a folder by a link to it
# stopped: fs.list_dir, which resolves links, at run time
# run: --allow-effects fs_walk --allow-fs-read {box}/inside FILE main '"{box}/inside/folder"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/folder` outside --allow-fs-read"]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_walk] Result[List[Str], Str] { fs.list_dir(path) }
