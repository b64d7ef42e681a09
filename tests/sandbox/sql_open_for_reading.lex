# tries: to change a database that may be read only
# stopped: SQLite, which opened it for reading
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/outside --allow-effects sql,fs_write,fs_read FILE main '"{box}/inside/data.db"'
# exit: 0
# stdout: {"$variant":"Err",...attempt to write a readonly database...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  sql.exec(db, "delete from t", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
