# tries: to copy over a secret by a link in the scope
# stopped: fs.copy, which resolves links, at run time
# run: --allow-effects fs_walk,fs_write --allow-fs-read {box}/inside --allow-fs-write {box}/inside FILE main '"{box}/inside/note.txt"' '"{box}/inside/link"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/link` outside --allow-fs-write"]}

import "std.fs" as fs

fn main(from :: Str, to :: Str) -> [fs_walk, fs_write] Result[Unit, Str] { fs.copy(from, to) }
