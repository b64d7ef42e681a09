(* A server without a network: n request texts are taken apart, routed and answered. *)
type request = { meth : string; path : string list; query : string }
type response = { status : int; body : string }

let request_text i =
  let number = string_of_int i in
  match i mod 4 with
  | 0 -> "GET /items/" ^ number ^ " HTTP/1.1"
  | 1 -> "GET /search?q=word" ^ number ^ "&page=2 HTTP/1.1"
  | 2 -> "POST /items HTTP/1.1"
  | _ -> "GET /nowhere/" ^ number ^ " HTTP/1.1"

let rec word words place =
  match words with
  | [] -> ""
  | w :: rest -> if place = 0 then w else word rest (place - 1)

let parse text =
  let words = String.split_on_char ' ' text in
  let target = String.split_on_char '?' (word words 1) in
  let path = List.filter (fun p -> p <> "") (String.split_on_char '/' (word target 0)) in
  { meth = word words 0; path; query = word target 1 }

let argument query name =
  let wanted = name ^ "=" in
  let k = String.length wanted in
  List.fold_left (fun found part ->
    if String.length part >= k && String.sub part 0 k = wanted then
      String.sub part k (String.length part - k)
    else found)
    "" (String.split_on_char '&' query)

let handle r =
  match (r.meth, word r.path 0) with
  | "GET", "items" ->
    let id = match int_of_string_opt (word r.path 1) with Some id -> id | None -> 0 in
    let costs = string_of_int (id * 7 mod 1000) in
    let body = String.concat "" [ "item "; string_of_int id; " costs "; costs ] in
    { status = 200; body }
  | "GET", "search" ->
    { status = 200; body = "found " ^ String.uppercase_ascii (argument r.query "q") }
  | "POST", "items" -> { status = 201; body = "created" }
  | _ -> { status = 404; body = "not found" }

let response_text r =
  String.concat ""
    [ "HTTP/1.1 "; string_of_int r.status; "\r\nContent-Length: ";
      string_of_int (String.length r.body); "\r\n\r\n"; r.body ]

let rec serve n length sum =
  if n = 0 then ((length * 31) + sum) mod 1000003
  else
    let response = handle (parse (request_text n)) in
    let k = String.length (response_text response) in
    serve (n - 1) (length + k) (((sum * 31) + response.status + k) mod 1000003)

let () = Printf.printf "%d\n" (serve (int_of_string Sys.argv.(1)) 0 0)
