import "std.io" as io

fn shout(s :: Str) -> [io] Unit { io.print(s) }
