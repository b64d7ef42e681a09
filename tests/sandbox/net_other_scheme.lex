# tries: to read a file by a URL
# stopped: net.get refuses what could be read in two ways, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"file:///etc/passwd"'
# exit: 0
# stdout: {"$variant":"Err","args":["transport: bad uri: unknown scheme: file"]}

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
