# tries: to wait for a lock that is never released
# stopped: the wait, which looks at the limits
# run: --max-steps 0 --timeout 1 --allow-effects sql,fs_write --allow-fs-write {box}/inside FILE main '"{box}/inside/data.db"'
# exit: 1
# stderr: error: runtime: time limit exceeded (1000 ms)

import "std.sql" as sql

fn wait(a :: Db, b :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(a, "begin exclusive", [])
  let _ := sql.query(b, "pragma busy_timeout = 60000", [])
  sql.exec(b, "delete from t", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) {
    Ok(a) => match sql.open(path) { Ok(b) => wait(a, b), Err(e) => Err(e) },
    Err(e) => Err(e)
  }
}
