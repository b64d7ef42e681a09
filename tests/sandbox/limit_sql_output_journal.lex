# tries: to fill the disk by journals
# stopped: the calls of the system, which count
# run: --max-steps 0 --max-output 100000 --allow-effects sql,fs_write FILE main '"{box}/inside/new.db"'
# exit: 1
# stderr: error: runtime: output limit exceeded (100000 bytes)

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  let _ := sql.exec(db, "create table t(b)", [])
  let _ := sql.exec(db, "insert into t values (0)", [])
  let _ := sql.exec(db, "insert into t values (1)", [])
  let _ := sql.exec(db, "insert into t values (2)", [])
  let _ := sql.exec(db, "insert into t values (3)", [])
  let _ := sql.exec(db, "insert into t values (4)", [])
  let _ := sql.exec(db, "insert into t values (5)", [])
  let _ := sql.exec(db, "insert into t values (6)", [])
  let _ := sql.exec(db, "insert into t values (7)", [])
  let _ := sql.exec(db, "insert into t values (8)", [])
  let _ := sql.exec(db, "insert into t values (9)", [])
  let _ := sql.exec(db, "insert into t values (10)", [])
  let _ := sql.exec(db, "insert into t values (11)", [])
  let _ := sql.exec(db, "insert into t values (12)", [])
  let _ := sql.exec(db, "insert into t values (13)", [])
  let _ := sql.exec(db, "insert into t values (14)", [])
  let _ := sql.exec(db, "insert into t values (15)", [])
  let _ := sql.exec(db, "insert into t values (16)", [])
  let _ := sql.exec(db, "insert into t values (17)", [])
  let _ := sql.exec(db, "insert into t values (18)", [])
  let _ := sql.exec(db, "insert into t values (19)", [])
  let _ := sql.exec(db, "insert into t values (20)", [])
  let _ := sql.exec(db, "insert into t values (21)", [])
  let _ := sql.exec(db, "insert into t values (22)", [])
  let _ := sql.exec(db, "insert into t values (23)", [])
  let _ := sql.exec(db, "insert into t values (24)", [])
  let _ := sql.exec(db, "insert into t values (25)", [])
  let _ := sql.exec(db, "insert into t values (26)", [])
  let _ := sql.exec(db, "insert into t values (27)", [])
  let _ := sql.exec(db, "insert into t values (28)", [])
  let _ := sql.exec(db, "insert into t values (29)", [])
  let _ := sql.exec(db, "insert into t values (30)", [])
  let _ := sql.exec(db, "insert into t values (31)", [])
  let _ := sql.exec(db, "insert into t values (32)", [])
  let _ := sql.exec(db, "insert into t values (33)", [])
  let _ := sql.exec(db, "insert into t values (34)", [])
  let _ := sql.exec(db, "insert into t values (35)", [])
  let _ := sql.exec(db, "insert into t values (36)", [])
  let _ := sql.exec(db, "insert into t values (37)", [])
  let _ := sql.exec(db, "insert into t values (38)", [])
  let _ := sql.exec(db, "insert into t values (39)", [])
  sql.query(db, "select 1", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
