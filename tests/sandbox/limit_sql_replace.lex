# tries: to take memory by one replacement
# stopped: SQLite, whose memory is limited
# run: --max-memory 64M --max-steps 0 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: memory limit exceeded (67108864 bytes)

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select length(replace(hex(zeroblob(100000)), '0', hex(zeroblob(500))))", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
