# tries: to fill the disk by a database beside
# stopped: the calls of the system, which count
# run: --max-steps 0 --max-output 100000 --allow-effects sql,fs_write FILE main '"file:{box}/inside/new.db?mode=rwc"'
# exit: 1
# stderr: error: runtime: output limit exceeded (100000 bytes)

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "create table t(b)", [])
  sql.query(db, "insert into t values (zeroblob(1000000))", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
