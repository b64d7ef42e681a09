# tries: to reach another host by the Host header of a request to a permitted one
# stopped: http.send; with permitted hosts, the header cannot be set, at run time
# run: --allow-effects net --allow-net-host 127.0.0.1 FILE
# exit: 0
# stdout: {"$variant":"Err","args":[{"$variant":"NetworkError","args":["http: the header `host` is not allowed with --allow-net-host"]}]}

import "std.http" as http
import "std.map" as map

fn main() -> [net] Result[HttpResponse, HttpError] {
  let empty :: Map[Str, Str] := map.new()
  let request :: HttpRequest := { method: "GET", url: "http://127.0.0.1:9/", headers: empty, body: None,
                                  timeout_ms: Some(500) }
  http.send(http.with_header(request, "HOST", "example.org"))
}
