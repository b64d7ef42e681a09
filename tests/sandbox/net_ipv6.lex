# tries: to write an address in IPv6
# stopped: net.get compares the host that it would connect to, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"http://[::1]/"'
# exit: 1
# stderr: error: runtime: effect handler error: net call to host `::1` not in --allow-net-host ["example.org"]

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
