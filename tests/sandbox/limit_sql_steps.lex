# tries: to work for ever in one statement
# stopped: SQLite, which is asked to look at the limits
# run: --max-steps 1000 --allow-effects sql,fs_write FILE main '":memory:"'
# exit: 1
# stderr: error: runtime: step limit exceeded by the work of native operations

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "with recursive c(x) as (select 1 union all select x + 1 from c) select sum(x) from c", [])
}

fn main(path :: Str) -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(path) { Ok(db) => ask(db), Err(e) => Err(e) }
}
