# tries: to choose another way to the files
# stopped: SQLite, which has one only
# run: --allow-effects sql,fs_write FILE main '"file:{box}/inside/a.db?vfs=unix-dotfile"'
# exit: 0
# stdout: {"$variant":"Err",...no such vfs: unix-dotfile...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select 1", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
