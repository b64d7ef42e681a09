(* Endless streams made of closures: numbers, mapped, filtered, the first n summed up. *)
type stream = Item of int * (unit -> stream)

let rec numbers n = Item (n, fun () -> numbers (n + 1))
let rec mapped (Item (x, rest)) f = Item (f x, fun () -> mapped (rest ()) f)

let rec filtered (Item (x, rest)) f =
  if f x then Item (x, fun () -> filtered (rest ()) f) else filtered (rest ()) f

let rec sum_first (Item (x, rest)) n sum =
  if n = 0 then sum else sum_first (rest ()) (n - 1) (((sum * 31) + x) mod 1000003)

let () =
  let n = int_of_string Sys.argv.(1) in
  let squares = mapped (numbers n) (fun x -> x * x) in
  Printf.printf "%d\n" (sum_first (filtered squares (fun x -> x mod 3 = 1)) n 0)
