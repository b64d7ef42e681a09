# tries: to call a refused function in a view
# stopped: the authorizer of SQLite, when the statement is compiled
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...fts3_tokenizer...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "create view v as select fts3_tokenizer('simple') as p", [])
  sql.query(db, "select p from v", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
