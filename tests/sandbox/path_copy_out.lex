# tries: to copy a secret into the scope by a link
# stopped: fs.copy, which resolves links, at run time
# run: --allow-effects fs_walk,fs_write --allow-fs-read {box}/inside --allow-fs-write {box}/inside FILE main '"{box}/inside/link"' '"{box}/inside/copy.txt"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/link` outside --allow-fs-read"]}

import "std.fs" as fs

fn main(from :: Str, to :: Str) -> [fs_walk, fs_write] Result[Unit, Str] { fs.copy(from, to) }
