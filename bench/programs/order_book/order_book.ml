(* An exchange takes n generated orders: buyers and sellers are matched, what is left over
   waits in lists sorted by price. *)
type order = Buy of int * int | Sell of int * int | Cancel of int
type level = { price : int; amount : int }
type book = { bids : level list; asks : level list; volume : int; sum : int }

let rec insert levels level sign seen =
  match levels with
  | [] -> List.rev_append seen [ level ]
  | l :: rest when l.price = level.price ->
    List.rev_append seen ({ l with amount = l.amount + level.amount } :: rest)
  | l :: _ when (level.price - l.price) * sign < 0 -> List.rev_append seen (level :: levels)
  | l :: rest -> insert rest level sign (l :: seen)

let traded book price amount bids asks =
  let sum = ((book.sum * 31) + (price * amount)) mod 1000003 in
  { bids; asks; volume = book.volume + amount; sum }

let left l k rest = if k = l.amount then rest else { l with amount = l.amount - k } :: rest

let rec buy book price amount =
  match book.asks with
  | ask :: rest when amount <> 0 && ask.price <= price ->
    let k = if amount < ask.amount then amount else ask.amount in
    buy (traded book ask.price k book.bids (left ask k rest)) price (amount - k)
  | _ ->
    if amount = 0 then book
    else { book with bids = insert book.bids { price; amount } (-1) [] }

let rec sell book price amount =
  match book.bids with
  | bid :: rest when amount <> 0 && bid.price >= price ->
    let k = if amount < bid.amount then amount else bid.amount in
    sell (traded book bid.price k (left bid k rest) book.asks) price (amount - k)
  | _ ->
    if amount = 0 then book
    else { book with asks = insert book.asks { price; amount } 1 [] }

let handle book = function
  | Buy (price, amount) -> buy book price amount
  | Sell (price, amount) -> sell book price amount
  | Cancel price -> { book with bids = List.filter (fun l -> l.price <> price) book.bids }

let order seed =
  let kind = seed / 64 mod 10 and price = 90 + (seed / 640 mod 21) in
  let amount = 1 + (seed / 13440 mod 9) in
  if kind = 0 then Cancel price
  else if kind < 6 then Buy (price - 1, amount)
  else Sell (price + 1, amount)

let rec run n seed book =
  if n = 0 then book
  else
    let next = ((seed * 3877) + 29573) mod 139968 in
    run (n - 1) next (handle book (order next))

let () =
  let empty = { bids = []; asks = []; volume = 0; sum = 0 } in
  let book = run (int_of_string Sys.argv.(1)) 42 empty in
  Printf.printf "%d\n" (((book.volume * 31) + book.sum) mod 1000003)
