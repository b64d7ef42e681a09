# tries: to take memory by sorting
# stopped: SQLite, whose memory is limited
# run: --max-memory 64M --max-steps 0 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: memory limit exceeded (67108864 bytes)

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "with recursive c(x) as (select 1 union all select x + 1 from c) select zeroblob(1000) as b from c order by b desc", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
