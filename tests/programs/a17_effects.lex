import "std.io" as io
fn say(s :: Str) -> [io] Nil { io.print(s) }
fn log(s :: Str) -> [io, net("example.org"), budget(5), llm(small),] Unit { say(s) }
fn pure_row() -> [] Int { 1 }
fn main() -> [io, net("example.org"), budget(5), llm(small)] Int {
  say("one")
  let _ := say("two")
  log("three")
  pure_row()
}
