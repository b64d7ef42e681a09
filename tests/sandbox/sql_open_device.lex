# tries: to use a file of the kernel as a database
# stopped: the calls of the system, which look at the policy
# run: --allow-effects sql,fs_write FILE main '"/dev/zero"'
# exit: 0
# stdout: {"$variant":"Err",...unable to open database file...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "select 1", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
