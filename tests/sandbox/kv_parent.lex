# tries: to make a store outside by a path that goes up
# stopped: kv.open, at run time
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects kv,fs_write FILE main '"{box}/inside/../outside/store"'
# exit: 0
# stdout: {"$variant":"Err","args":["kv.open: `{box}/inside/../outside/store` outside --allow-fs-write"]}

import "std.bytes" as bytes
import "std.kv" as kv

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str("x")) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
