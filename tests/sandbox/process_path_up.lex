# tries: to run another file by a path that goes up
# stopped: the list of programs
# run: --allow-effects proc --allow-proc bin/tool FILE main '"evil/../bin/tool"' '"x"' '"evil"'
# cwd: {box}/inside
# exit: 0
# stdout: {"$variant":"Err","args":["process.spawn: `evil/../bin/tool` not in --allow-proc [\"bin/tool\"]"]}

import "std.map" as map
import "std.process" as process

fn line(h :: ProcessHandle) -> [proc] Result[Str, Str] {
  match process.read_stdout_line(h) { Some(s) => Ok(s), None => Ok("nothing") }
}

fn main(program :: Str, arg :: Str, folder :: Str) -> [proc] Result[Str, Str] {
  match process.spawn(program, [arg], { cwd: Some(folder), env: map.new(), stdin: None }) {
    Ok(h) => line(h),
    Err(e) => Err(e)
  }
}
