# tries: to make a virtual table of a tokenizer
# stopped: the authorizer of SQLite, which knows listed modules only
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...sql.exec: not authorized...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  sql.exec(db, "create virtual table v using fts3tokenize('simple')", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
