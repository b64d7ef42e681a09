# tries: to hide the host in the port
# stopped: net.get refuses what could be read in two ways, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"http://example.org:80.invalid/"'
# exit: 0
# stdout: {"$variant":"Err","args":["transport: http: invalid port"]}

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
