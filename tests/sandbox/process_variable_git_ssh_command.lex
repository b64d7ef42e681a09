# tries: to have a permitted program run other code by a variable
# stopped: process.spawn
# run: --allow-effects proc --allow-proc sh FILE main '"sh"' '"x"' '"."'
# cwd: {box}/inside
# exit: 0
# stdout: {"$variant":"Err","args":["process.spawn: variable `GIT_SSH_COMMAND` is not allowed with --allow-proc"]}

import "std.map" as map
import "std.process" as process

fn line(h :: ProcessHandle) -> [proc] Result[Str, Str] {
  match process.read_stdout_line(h) { Some(s) => Ok(s), None => Ok("nothing") }
}

fn main(program :: Str, arg :: Str, folder :: Str) -> [proc] Result[Str, Str] {
  match process.spawn(program, [arg], { cwd: Some(folder), env: map.from_list([("GIT_SSH_COMMAND", "/box/inside/evil/tool")]), stdin: None }) {
    Ok(h) => line(h),
    Err(e) => Err(e)
  }
}
