# tries: to attach the memory of the process
# stopped: the calls of the system, which look at the policy
# run: --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...unable to open database...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  sql.exec(db, "attach '/proc/self/mem' as s", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
