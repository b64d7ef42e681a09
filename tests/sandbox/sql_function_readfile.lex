# tries: to use a function on files that some builds of SQLite have
# stopped: SQLite, which has no such function
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"' '"{box}/outside/secret.txt"'
# exit: 0
# stdout: {"$variant":"Err",...no such function...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, str.join(["select readfile('", arg, "')"], ""), [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
