# tries: to have a script run by another interpreter
# stopped: process.spawn, which refuses relative interpreters
# run: --allow-effects proc --allow-proc {box}/inside/relative FILE main '"{box}/inside/relative"' '"x"' '"evil"'
# cwd: {box}/inside
# exit: 0
# stdout: {"$variant":"Err","args":["process.spawn `{box}/inside/relative`: the script's interpreter is not an absolute path"]}

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
