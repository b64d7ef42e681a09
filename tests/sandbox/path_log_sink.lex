# tries: to append to a secret by the log
# stopped: log.set_sink, which resolves links, at run time
# run: --allow-effects io,log,fs_write --allow-fs-write {box}/inside FILE main '"{box}/inside/link"'
# exit: 0
# stderr: [...] error: appended
# stdout: {"$variant":"Err","args":["log.set_sink `{box}/inside/link` outside --allow-fs-write"]}

import "std.log" as log

fn main(path :: Str) -> [io, log, fs_write] Result[Unit, Str] {
  let sink := log.set_sink(path)
  let _ := log.error("appended")
  sink
}
