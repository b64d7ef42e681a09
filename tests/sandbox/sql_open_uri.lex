# tries: to open a database outside by a URI
# stopped: sql.open, at run time
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '"file:{box}/outside/secret.db"'
# exit: 0
# stdout: {"$variant":"Err","args":[{"code":{"$variant":"None","args":[]},"detail":{"$variant":"None","args":[]},"message":"sql.open: `file:{box}/outside/secret.db` outside --allow-fs-write"}]}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select word from t", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
