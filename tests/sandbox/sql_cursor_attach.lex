# tries: to attach a database outside by a cursor
# stopped: the calls of the system, which look at the policy
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '"{box}/outside/secret.db"'
# exit: 0
# stdout: 0

import "std.iter" as iter
import "std.sql" as sql

fn ask(db :: Db, path :: Str) -> [sql] Int {
  let _ := match sql.query_iter(db, "attach ? as s", [PStr(path)]) {
    Ok(rows) => match iter.next(rows) { Some(pair) => 1, None => 0 },
    Err(e) => 0
  }
  match sql.exec(db, "create table s.t2(a)", []) { Ok(n) => 1, Err(e) => 0 }
}

fn main(path :: Str) -> [sql, fs_write] Int {
  match sql.open(":memory:") { Ok(db) => ask(db, path), Err(e) => 2 }
}
