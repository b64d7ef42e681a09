import "std.sql" as sql
import "std.list" as list
import "std.str" as str

type Row = { s :: Str }

fn row() -> [fs_write, sql] Result[Option[Row], SqlError] {
  match sql.open(":memory:") {
    Err(e) => Err(e),
    Ok(db) => match sql.query(db,
        "select 'x' as s, '' as e, 7 as i, -9223372036854775808 as low, 2.75 as f, 1e300 as big, -0.0 as z, null as n, x'41' as b, '12' as t", []) {
      Err(e) => Err(e),
      Ok(rows) => Ok(list.head(rows)),
    },
  }
}

fn text_of(column :: Str) -> [fs_write, sql] Option[Str] {
  match row() { Ok(Some(r)) => sql.get_str(r, column), _ => Some("no row") }
}
fn int_of(column :: Str) -> [fs_write, sql] Option[Int] {
  match row() { Ok(Some(r)) => sql.get_int(r, column), _ => Some(0 - 1) }
}
fn float_of(column :: Str) -> [fs_write, sql] Option[Float] {
  match row() { Ok(Some(r)) => sql.get_float(r, column), _ => Some(0.5) }
}
fn bool_of(column :: Str) -> [fs_write, sql] Option[Bool] {
  match row() { Ok(Some(r)) => sql.get_bool(r, column), _ => None }
}

fn filled(db :: Db) -> [sql] Result[Int, SqlError] {
  match sql.exec(db, "create table t(a)", []) {
    Err(e) => Err(e),
    Ok(n) => sql.exec(db, "insert into t values (1), (2)", []),
  }
}

fn in_transaction(statement :: Str, query :: Str, keep :: Bool) -> [fs_write, sql] Result[(List[Row], List[Row]), SqlError] {
  match sql.open(":memory:") {
    Err(e) => Err(e),
    Ok(db) => match filled(db) {
      Err(e) => Err(e),
      Ok(n) => match sql.begin(db) {
        Err(e) => Err(e),
        Ok(tx) => match sql.exec_tx(tx, statement, []) {
          Err(e) => Err(e),
          Ok(changed) => match sql.query_tx(tx, query, []) {
            Err(e) => Err(e),
            Ok(inside) => match (if keep { sql.commit(tx) } else { sql.rollback(tx) }) {
              Err(e) => Err(e),
              Ok(done) => match sql.query(db, "select count(*) as n from t", []) {
                Err(e) => Err(e),
                Ok(after) => Ok((inside, after)),
              },
            },
          },
        },
      },
    },
  }
}

fn rolled_back_twice() -> [fs_write, sql] Result[Unit, SqlError] {
  match sql.open(":memory:") {
    Err(e) => Err(e),
    Ok(db) => match sql.begin(db) {
      Err(e) => Err(e),
      Ok(tx) => match sql.rollback(tx) { Err(e) => Err(e), Ok(done) => sql.rollback(tx) },
    },
  }
}

fn closed(times :: Int) -> [fs_write, sql] Str {
  match sql.open(":memory:") {
    Err(e) => e.message,
    Ok(db) => {
      let first := sql.close(db)
      let second := if times > 1 { sql.close(db) } else { () }
      "closed"
    },
  }
}
fn used_after_close() -> [fs_write, sql] Result[Int, SqlError] {
  match sql.open(":memory:") {
    Err(e) => Err(e),
    Ok(db) => {
      let done := sql.close(db)
      sql.exec(db, "create table t(a)", [])
    },
  }
}
