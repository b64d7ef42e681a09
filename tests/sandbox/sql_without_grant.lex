# tries: to open a database in a record of functions whose row is lost
# stopped: the operation itself, at run time
# run: --allow-effects io FILE main '"{box}/inside/new"'
# exit: 1
# stderr: error: runtime: effect handler error: effect `sql` not in --allow-effects

import "std.sql" as sql

fn call[E](tool :: { open :: (Str) -> [io | E] Int }, s :: Str) -> [io] Int { tool.open(s) }

fn main(path :: Str) -> [io] Int { call({ open: fn (s :: Str) -> [io, sql, fs_write] Int { let _ := sql.open(s) 1 } }, path) }
