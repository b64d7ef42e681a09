# tries: to work for hours in one comparison by GLOB
# stopped: GLOB, which looks at the limits
# run: --max-steps 0 --timeout 1 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: time limit exceeded (1000 ms)...

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select replace(hex(zeroblob(5000000)), '0', 'a') glob '*' || replace(hex(zeroblob(10000)), '0', 'a') || 'b'", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
