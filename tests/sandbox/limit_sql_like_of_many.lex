# tries: to work for hours in one pattern with many wildcards
# stopped: LIKE, which looks at the limits
# run: --max-steps 0 --timeout 0.2 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: time limit exceeded (200 ms)...

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select replace(hex(zeroblob(20000000)), '0', 'a') like replace(replace(hex(zeroblob(10000)), '0', 'a'), 'a', '%a') || 'b'", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
