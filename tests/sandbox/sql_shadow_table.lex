# tries: to damage the inner tables of a virtual one
# stopped: SQLite in defensive mode
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...may not be modified...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, "create virtual table f using fts5(a)", [])
  sql.exec(db, "insert into f_data values (1, x'ffff')", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
