# tries: to read an archive by a virtual table
# stopped: SQLite, which keeps listed modules only
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"' '"{box}/outside/secret.txt"'
# exit: 0
# stdout: {"$variant":"Err",...no such table: zipfile...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, str.join(["select name from zipfile('", arg, "')"], ""), [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
