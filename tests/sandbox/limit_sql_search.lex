# tries: to work for hours in one search and one replacement
# stopped: instr and replace, which take the time of one pass
# run: --max-steps 0 --timeout 20 --allow-effects sql,fs_write FILE
# exit: 0
# stdout: {"$variant":"Ok","args":[[{"i":0,"n":4000000}]]}

import "std.sql" as sql

fn ask(db :: Db) -> [sql] Result[List[Int], SqlError] {
  sql.query(db, "with a(t, p) as (select replace(hex(zeroblob(2000000)), '0', 'a'), replace(hex(zeroblob(1000000)), '0', 'a') || 'b') select instr(t, p) as i, length(replace(t, p, 'x')) as n from a", [])
}

fn main() -> [sql, fs_write] Result[List[Int], SqlError] {
  match sql.open(":memory:") { Ok(db) => ask(db), Err(e) => Err(e) }
}
