# A server without a network: n request texts are taken apart, routed and answered; the
# answer is the length of all responses and a checksum. The functions declare an effect,
# as a handler does, which turns the memo off.
# bench: n=1500000 small=40000 warm=50000
import "std.int" as int
import "std.list" as list
import "std.option" as option
import "std.str" as str

type Request = { method :: Str, path :: List[Str], query :: Str }
type Response = { status :: Int, body :: Str }

fn request_text(i :: Int) -> [io] Str {
  let k := i % 4
  let number := int.to_str(i)
  if k == 0 { "GET /items/" + number + " HTTP/1.1" } else {
    if k == 1 { "GET /search?q=word" + number + "&page=2 HTTP/1.1" } else {
      if k == 2 { "POST /items HTTP/1.1" } else { "GET /nowhere/" + number + " HTTP/1.1" }
    }
  }
}

fn word(words :: List[Str], place :: Int) -> [io] Str {
  match list.head(words) {
    None => "",
    Some(w) => if place == 0 { w } else { word(list.tail(words), place - 1) },
  }
}

fn parse(text :: Str) -> [io] Request {
  let words := str.split(text, " ")
  let target := str.split(word(words, 1), "?")
  let path := list.filter(str.split(word(target, 0), "/"), fn (p :: Str) -> Bool {
    not str.is_empty(p)
  })
  ({ method: word(words, 0), path: path, query: word(target, 1) })
}

fn argument(query :: Str, name :: Str) -> [io] Str {
  let wanted := name + "="
  list.fold(str.split(query, "&"), "", fn (found :: Str, part :: Str) -> Str {
    option.unwrap_or(str.strip_prefix(part, wanted), found)
  })
}

fn handle(r :: Request) -> [io] Response {
  match (r.method, word(r.path, 0)) {
    ("GET", "items") => {
      let id := option.unwrap_or(str.to_int(word(r.path, 1)), 0)
      ({ status: 200, body: str.join(["item ", int.to_str(id), " costs ",
                                      int.to_str(id * 7 % 1000)], "") })
    },
    ("GET", "search") => { status: 200, body: "found " + str.to_upper(argument(r.query, "q")) },
    ("POST", "items") => { status: 201, body: "created" },
    _ => { status: 404, body: "not found" },
  }
}

fn response_text(r :: Response) -> [io] Str {
  str.join(["HTTP/1.1 ", int.to_str(r.status), "\r\nContent-Length: ",
            int.to_str(str.len(r.body)), "\r\n\r\n", r.body], "")
}

fn serve(n :: Int, length :: Int, sum :: Int) -> [io] Int {
  if n == 0 { (length * 31 + sum) % 1000003 } else {
    let response := handle(parse(request_text(n)))
    let text := response_text(response)
    serve(n - 1, length + str.len(text), (sum * 31 + response.status + str.len(text)) % 1000003)
  }
}

fn main(n :: Int) -> [io] Int { serve(n, 0, 0) }
