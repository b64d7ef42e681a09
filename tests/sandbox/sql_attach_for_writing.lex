# tries: to change an attached database that may be read only
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/outside --allow-effects sql,fs_write,fs_read FILE main '":memory:"' '"{box}/inside/data.db"'
# exit: 0
# stdout: {"$variant":"Err",...attempt to write a readonly database...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, str.join(["attach '", arg, "' as s"], ""), [])
  sql.exec(db, "delete from s.t", [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
