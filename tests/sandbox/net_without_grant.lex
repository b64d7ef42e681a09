# tries: to send a request in a record of functions whose row is lost
# stopped: the operation itself, at run time
# run: --allow-effects io FILE main '"http://127.0.0.1:9/"'
# exit: 1
# stderr: error: runtime: effect handler error: effect `net` not in --allow-effects

import "std.net" as net

fn call[E](tool :: { get :: (Str) -> [io | E] Int }, s :: Str) -> [io] Int { tool.get(s) }

fn main(url :: Str) -> [io] Int {
  call({ get: fn (s :: Str) -> [io, net] Int { match net.get(s) { Ok(t) => 1, Err(e) => 2 } } }, url)
}
