# tries: to attach a database outside in a transaction
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '"{box}/outside/secret.db"'
# exit: 0
# stdout: {"$variant":"Err",...unable to open database...}

import "std.sql" as sql

fn ask(db :: Db, path :: Str) -> [sql] Result[Int, SqlError] {
  match sql.begin(db) { Ok(t) => sql.exec_tx(t, "attach ? as s", [PStr(path)]), Err(e) => Err(e) }
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(":memory:") { Ok(db) => ask(db, path), Err(e) => Err(e) }
}
