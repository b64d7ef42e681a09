# tries: to take a database for a store
# stopped: kv.open, which knows its own
# run: --allow-effects kv,fs_write FILE main '"{box}/inside/other"'
# exit: 0
# stdout: {"$variant":"Err",...not a key-value store...}

import "std.bytes" as bytes
import "std.kv" as kv

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str("x")) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
