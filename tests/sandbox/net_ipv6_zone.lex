# tries: to add a zone to an address
# stopped: net.get refuses what could be read in two ways, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"http://[fe80::1%25lo]/"'
# exit: 0
# stdout: {"$variant":"Err","args":["transport: http: invalid authority"]}

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
