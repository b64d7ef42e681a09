# tries: to load native code into the process
# stopped: SQLite, where extensions are switched off
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"' '"{box}/inside/note.txt"'
# exit: 0
# stdout: {"$variant":"Err",...not authorized...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, str.join(["select load_extension('", arg, "')"], ""), [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
