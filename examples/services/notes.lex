# A service that keeps notes: HTTP in front of a key-value store.
#
#   lexvm run --max-steps 0 --allow-effects net,kv,fs_write \
#     --allow-fs-write notes-data \
#     examples/services/notes.lex main 8080 '"notes-data"'
#   curl -X PUT -d 'buy milk' http://localhost:8080/notes/today
#   curl http://localhost:8080/notes/today
#
# SIGTERM ends it: requests that have begun are answered, the store is closed.
import "std.bytes" as bytes
import "std.json" as json
import "std.kv" as kv
import "std.map" as map
import "std.net" as net
import "std.option" as option

fn reply(status :: Int, text :: Str) -> Response {
  { status: status, body: BodyStr(text),
    headers: map.from_list([("content-type", "text/plain; charset=utf-8")]) }
}

fn name_of(request :: Request) -> Str {
  option.unwrap_or(map.get(request.path_params, "name"), "")
}

fn text_of(note :: Bytes) -> Response {
  match bytes.to_str(note) {
    Ok(text) => reply(200, text),
    Err(problem) => reply(500, problem)
  }
}

fn list_notes(store :: Kv) -> (Request) -> [kv] Response {
  fn (request :: Request) -> [kv] Response {
    reply(200, json.stringify(kv.list_prefix(store, "")))
  }
}

fn read_note(store :: Kv) -> (Request) -> [kv] Response {
  fn (request :: Request) -> [kv] Response {
    match kv.get(store, name_of(request)) {
      Some(note) => text_of(note),
      None => reply(404, "no such note")
    }
  }
}

fn write_note(store :: Kv) -> (Request) -> [kv] Response {
  fn (request :: Request) -> [kv] Response {
    match kv.put(store, name_of(request), bytes.from_str(request.body)) {
      Ok(done) => reply(201, "kept"),
      Err(problem) => reply(500, problem)
    }
  }
}

fn delete_note(store :: Kv) -> (Request) -> [kv] Response {
  fn (request :: Request) -> [kv] Response {
    match kv.delete(store, name_of(request)) {
      Ok(done) => reply(200, "gone"),
      Err(problem) => reply(500, problem)
    }
  }
}

fn unknown(request :: Request) -> [kv] Response { reply(404, "no such page") }

fn serve(port :: Int, store :: Kv) -> [net, kv] Unit {
  net.serve_routed(port,
    [("GET", "/notes", list_notes(store)),
     ("GET", "/notes/:name", read_note(store)),
     ("PUT", "/notes/:name", write_note(store)),
     ("DELETE", "/notes/:name", delete_note(store))],
    unknown)
}

fn main(port :: Int, path :: Str) -> [net, kv, fs_write] Str {
  match kv.open(path) {
    Ok(store) => {
      let served := serve(port, store)
      let closed := kv.close(store)
      "stopped"
    },
    Err(problem) => problem
  }
}
