# tries: to see names outside by walking through links
# stopped: fs.walk does not follow links, at run time
# run: --allow-effects fs_walk --allow-fs-read {box}/inside FILE main '"{box}/inside"'
# exit: 0
# stdout: 0

import "std.fs" as fs
import "std.list" as list
import "std.str" as str

fn main(path :: Str) -> [fs_walk] Int {
  match fs.walk(path) {
    Ok(found) => list.len(list.filter(found, fn (p :: Str) -> Bool { str.contains(p, "secret.txt") })),
    Err(e) => -1,
  }
}
