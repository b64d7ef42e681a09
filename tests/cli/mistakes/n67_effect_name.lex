import "std.io" as io
fn main() -> [IO] Unit {
  io.print("x")
}
