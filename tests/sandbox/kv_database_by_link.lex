# tries: to change a database outside by a link in a store
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects kv,fs_write FILE main '"{box}/inside/store"'
# exit: 0
# stdout: {"$variant":"Err",...IO error...}

import "std.bytes" as bytes
import "std.kv" as kv

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str("x")) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
