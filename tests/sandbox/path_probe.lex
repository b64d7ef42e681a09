# tries: to find out whether a file outside exists
# stopped: fs.exists answers with an Err, at run time
# run: --allow-effects fs_walk --allow-fs-read {box}/inside FILE main '"{box}/inside/../outside/secret.txt"'
# exit: 0
# stdout: {"$variant":"Err","args":["fs path `{box}/inside/../outside/secret.txt` outside --allow-fs-read"]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_walk] Bool { fs.exists(path) }
