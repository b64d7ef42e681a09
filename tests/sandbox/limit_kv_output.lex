# tries: to fill the disk by a store
# stopped: the calls of the system, which count
# run: --max-steps 0 --max-output 100000 --allow-effects kv,fs_write FILE main '"{box}/inside/new"'
# exit: 1
# stderr: error: runtime: output limit exceeded (100000 bytes)

import "std.bytes" as bytes
import "std.kv" as kv
import "std.str" as str

fn doubled(s :: Str, n :: Int) -> Str { if n == 0 { s } else { doubled(str.concat(s, s), n - 1) } }

fn change(k :: Kv) -> [kv] Result[Int, Str] {
  match kv.put(k, "a", bytes.from_str(doubled("x", 18))) { Ok(u) => Ok(1), Err(e) => Err(e) }
}

fn main(path :: Str) -> [kv, fs_write] Result[Int, Str] {
  match kv.open(path) { Ok(k) => change(k), Err(e) => Err(e) }
}
