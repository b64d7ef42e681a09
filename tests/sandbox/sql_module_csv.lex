# tries: to read a file as a virtual table
# stopped: the authorizer of SQLite, which knows listed modules only
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"' '"{box}/outside/secret.txt"'
# exit: 0
# stdout: {"$variant":"Err",...sql.exec: not authorized...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[Int, SqlError] {
  sql.exec(db, str.join(["create virtual table v using csv(filename='", arg, "')"], ""), [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
