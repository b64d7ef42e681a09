import "std.list"
fn f() -> Int { 1 }
