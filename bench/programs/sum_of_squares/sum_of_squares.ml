(* A loop that calls a small function in each round. *)
let square i = i * i

let rec sum_squares i n total =
  if i = n then total else sum_squares (i + 1) n ((total + square i) mod 1000003)

let () = Printf.printf "%d\n" (sum_squares 0 (int_of_string Sys.argv.(1)) 0)
