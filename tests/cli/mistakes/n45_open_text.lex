fn f() -> Str { "first }
fn g() -> Str { "second" }
