# tries: to have a journal written through a link
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '"{box}/inside/linked.db"'
# exit: 0
# stdout: {"$variant":"Err",...unable to open database file...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, "pragma journal_mode = delete", [])
  sql.exec(db, "insert into t values ('x')", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
