import "std.io" as io
fn main() -> io Unit { io.print("x") }
