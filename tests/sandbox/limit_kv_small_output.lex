# tries: to write by a store where nothing may be written
# stopped: the calls of the system, which count
# run: --max-output 1000 --allow-effects kv,fs_write FILE main '"{box}/inside/new"'
# exit: 1
# stderr: error: runtime: output limit exceeded (1000 bytes)

import "std.bytes" as bytes
import "std.kv" as kv

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str("x")) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
