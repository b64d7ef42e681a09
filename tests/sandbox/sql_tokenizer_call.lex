# tries: to make SQLite call an address
# stopped: the authorizer of SQLite, when the statement is compiled
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...unknown tokenizer: evil...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, "select fts3_tokenizer('evil', x'4141414141414141')", [])
  sql.exec(db, "create virtual table t using fts3(tokenize=evil)", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
