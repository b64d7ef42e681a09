# tries: to attach a database outside whose name is computed
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"' '"{box}/out"'
# exit: 0
# stdout: {"$variant":"Err",...unable to open database...}

import "std.sql" as sql
import "std.str" as str

fn ask(db :: Db, arg :: Str) -> [sql] Result[Int, SqlError] {
  sql.exec(db, str.join(["attach '", arg, "' || 'side/secret.db' as s"], ""), [])
}

fn main(path :: Str, arg :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db, arg), Err(e) => Err(e) }
}
