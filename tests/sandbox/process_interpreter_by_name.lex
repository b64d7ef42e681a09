# tries: to have env find another interpreter
# stopped: the environment of the child, whose PATH has absolute entries only
# run: --allow-effects proc --allow-proc {box}/inside/by_env FILE main '"{box}/inside/by_env"' '"x"' '"evil"'
# cwd: {box}/inside
# env: PATH=.:/usr/bin:/bin
# exit: 0
# stdout: {"$variant":"Ok","args":["nothing"]}

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
