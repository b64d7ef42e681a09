# tries: to work for long without running anything
# stopped: the authorizer, which looks at the limits
# run: --max-steps 0 --timeout 1 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: time limit exceeded (1000 ms)...

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "create table t(a)", [])
  let _ := sql.exec(db, "create view v0 as select a from t", [])
  let _ := sql.exec(db, "create view v1 as select a from v0 union all select a from v0", [])
  let _ := sql.exec(db, "create view v2 as select a from v1 union all select a from v1", [])
  let _ := sql.exec(db, "create view v3 as select a from v2 union all select a from v2", [])
  let _ := sql.exec(db, "create view v4 as select a from v3 union all select a from v3", [])
  let _ := sql.exec(db, "create view v5 as select a from v4 union all select a from v4", [])
  let _ := sql.exec(db, "create view v6 as select a from v5 union all select a from v5", [])
  let _ := sql.exec(db, "create view v7 as select a from v6 union all select a from v6", [])
  let _ := sql.exec(db, "create view v8 as select a from v7 union all select a from v7", [])
  let _ := sql.exec(db, "create view v9 as select a from v8 union all select a from v8", [])
  let _ := sql.exec(db, "create view v10 as select a from v9 union all select a from v9", [])
  let _ := sql.exec(db, "create view v11 as select a from v10 union all select a from v10", [])
  let _ := sql.exec(db, "create view v12 as select a from v11 union all select a from v11", [])
  let _ := sql.exec(db, "create view v13 as select a from v12 union all select a from v12", [])
  let _ := sql.exec(db, "create view v14 as select a from v13 union all select a from v13", [])
  let _ := sql.exec(db, "create view v15 as select a from v14 union all select a from v14", [])
  sql.query(db, "select a from v15", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
