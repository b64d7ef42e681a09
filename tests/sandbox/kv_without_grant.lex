# tries: to open a store in a record of functions whose row is lost
# stopped: the operation itself, at run time
# run: --allow-effects io FILE main '"{box}/inside/new"'
# exit: 1
# stderr: error: runtime: effect handler error: effect `kv` not in --allow-effects

import "std.kv" as kv

fn call[E](tool :: { open :: (Str) -> [io | E] Int }, s :: Str) -> [io] Int { tool.open(s) }

fn main(path :: Str) -> [io] Int { call({ open: fn (s :: Str) -> [io, kv, fs_write] Int { let _ := kv.open(s) 1 } }, path) }
