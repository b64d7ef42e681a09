# tries: to fill the disk by a write-ahead log
# stopped: the calls of the system, which count
# run: --max-steps 0 --max-output 100000 --allow-effects sql,fs_write FILE main '"{box}/inside/new.db"'
# exit: 1
# stderr: error: runtime: output limit exceeded (100000 bytes)

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "pragma journal_mode = wal", [])
  let _ := sql.exec(db, "create table t(b)", [])
  sql.query(db, "insert into t with recursive c(x) as (select 1 union all select x + 1 from c limit 1000) select zeroblob(1000) from c", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
