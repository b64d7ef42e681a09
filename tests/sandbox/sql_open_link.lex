# tries: to open a database outside by a link
# stopped: sql.open, at run time
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '"{box}/inside/secret.db"'
# exit: 0
# stdout: {"$variant":"Err","args":[{"code":{"$variant":"None","args":[]},"detail":{"$variant":"None","args":[]},"message":"sql.open: `{box}/inside/secret.db` outside --allow-fs-write"}]}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select word from t", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
