# tries: to write a name in its absolute form
# stopped: net.get compares the host that it would connect to, at run time
# run: --allow-effects net --allow-net-host example.org FILE main '"http://localhost./"'
# exit: 1
# stderr: error: runtime: effect handler error: net call to host `localhost.` not in --allow-net-host ["example.org"]

import "std.net" as net

fn main(url :: Str) -> [net] Result[Str, Str] { net.get(url) }
