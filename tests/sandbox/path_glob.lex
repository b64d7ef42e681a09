# tries: to see names outside by a pattern
# stopped: fs.glob leaves out what is outside, at run time
# run: --allow-effects fs_walk --allow-fs-read {box}/inside FILE main '"{box}/*/*.txt"'
# exit: 0
# stdout: {"$variant":"Ok","args":[["{box}/inside/note.txt"]]}

import "std.fs" as fs

fn main(path :: Str) -> [fs_walk] Result[List[Str], Str] { fs.glob(path) }
