# tries: to have a backslash read as the end of the host
# stopped: net.get refuses what could be read in two ways, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"http://127.0.0.1\\@example.org/"'
# exit: 0
# stdout: {"$variant":"Err","args":["transport: http: invalid uri character"]}

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
