# tries: to perform a bare effect under a grant with an argument
# stopped: type checker; an effect with an argument does not cover the bare one
# run: --allow-effects net:example.org FILE
# exit: 2
# stderr: error: `net.get` needs the effect [net], which `main` does not declare...

import "std.net" as net

fn main() -> [net("example.org")] Result[Str, Str] { net.get("http://example.org/") }
