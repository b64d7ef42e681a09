import "std.io" as io
import "std.list" as list
import "std.str" as str

fn shout(s :: Str) -> [io] Int { let _ := io.print(str.to_upper(s)) str.len(s) }

fn half(n :: Int) -> Int { 100 / n }

fn main() -> [io] List[Int] {
  let lengths := list.map(["a", "bc"], shout)
  [half(4), half(2), list.len(lengths), shout("end")]
}
