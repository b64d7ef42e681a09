(* ack(3, 6), n times: recursion about 500 calls deep. *)
let rec ack m n =
  if m = 0 then n + 1
  else if n = 0 then ack (m - 1) 1
  else ack (m - 1) (ack m (n - 1))

let rec repeat n total = if n = 0 then total else repeat (n - 1) (total + ack 3 6)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
