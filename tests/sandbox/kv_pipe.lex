# tries: to wait for ever at a pipe
# stopped: kv.open, which opens files only
# run: --max-steps 0 --timeout 1 --allow-effects kv,fs_write FILE main '"{box}/inside/piped"'
# exit: 0
# stdout: {"$variant":"Err",......}

import "std.bytes" as bytes
import "std.kv" as kv

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str("x")) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
