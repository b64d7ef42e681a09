# tries: to call a refused function in the default of a column
# stopped: the authorizer of SQLite, when the statement is compiled
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...fts3_tokenizer...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, "create table t(a, b default (fts3_tokenizer('simple')))", [])
  sql.exec(db, "insert into t(a) values (1)", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
