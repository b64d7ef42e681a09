import "std.io" as io
import "std.list" as list
fn show(xs :: List[Str]) -> [io] List[Unit] {
  list.map(xs, fn (x :: Str) -> Unit { io.print(x) })
}
