(* A factorial by recursion that is not a tail call, modulo a prime, n times. *)
let rec factorial k = if k = 0 then 1 else k * factorial (k - 1) mod 1000003

let rec repeat n total =
  if n = 0 then total
  else repeat (n - 1) ((total + factorial (20 + (n mod 4))) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
