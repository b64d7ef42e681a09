import "std.list" as list
fn double(n :: Int) -> Int { n * 2 }
fn f(xs :: List[Int]) -> Int {
  double(list.head(xs))
}
