# tries: to run another file than the permitted one by changing the folder
# stopped: process.spawn, which finds the program before it changes the folder
# run: --allow-effects proc --allow-proc bin/tool FILE main '"bin/tool"' '"x"' '"evil"'
# cwd: {box}/inside
# exit: 0
# stdout: {"$variant":"Err","args":["process.spawn `bin/tool`: No such file or directory (os error 2)"]}

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
