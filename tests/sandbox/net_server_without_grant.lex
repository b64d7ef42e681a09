# tries: to serve in a record of functions whose row is lost
# stopped: the operation itself, at run time
# run: --allow-effects io FILE
# exit: 1
# stderr: error: runtime: effect handler error: effect `net` not in --allow-effects

import "std.map" as map
import "std.net" as net

fn reply(r :: Request) -> Response { { status: 200, body: BodyStr("x"), headers: map.new() } }

fn call[E](tool :: { serve :: (Int) -> [io | E] Int }, port :: Int) -> [io] Int { tool.serve(port) }

fn main() -> [io] Int {
  call({ serve: fn (port :: Int) -> [io, net] Int { let _ := net.serve_fn(port, reply) 1 } }, 0)
}
