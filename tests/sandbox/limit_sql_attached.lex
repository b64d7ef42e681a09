# tries: to attach more databases than there are descriptors
# stopped: SQLite, whose number of databases is limited
# run: --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 0
# stdout: {"$variant":"Err",...too many attached databases - max 10...}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[Int, SqlError] {
  let _ := sql.exec(db, "attach ':memory:' as d0", [])
  let _ := sql.exec(db, "attach ':memory:' as d1", [])
  let _ := sql.exec(db, "attach ':memory:' as d2", [])
  let _ := sql.exec(db, "attach ':memory:' as d3", [])
  let _ := sql.exec(db, "attach ':memory:' as d4", [])
  let _ := sql.exec(db, "attach ':memory:' as d5", [])
  let _ := sql.exec(db, "attach ':memory:' as d6", [])
  let _ := sql.exec(db, "attach ':memory:' as d7", [])
  let _ := sql.exec(db, "attach ':memory:' as d8", [])
  let _ := sql.exec(db, "attach ':memory:' as d9", [])
  sql.exec(db, "attach ':memory:' as e", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[Int, SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
