# tries: to have temporary files written
# stopped: the PRAGMA, which does nothing
# run: --allow-fs-read {box}/inside --allow-fs-write {box}/inside --allow-effects sql,fs_write FILE main '":memory:"'
# env: SQLITE_TMPDIR={box}/outside
# env: TMPDIR={box}/outside
# exit: 0
# stdout: {"$variant":"Ok","args":[[{"temp_store":2}]]}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "pragma temp_store = file", [])
  let _ := sql.exec(db, "create temp table t(a)", [])
  let _ := sql.exec(db, "insert into t values (randomblob(1000000))", [])
  sql.query(db, "pragma temp_store", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
