import "std.list" as list
fn f(xs :: List[Int]) -> Result[Int, Str] {
  let first := list.head(xs)?
  Ok(first)
}
