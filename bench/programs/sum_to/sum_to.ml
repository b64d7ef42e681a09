(* The sum of 1..n by a tail call with an accumulator. *)
let rec sum_to n total = if n = 0 then total else sum_to (n - 1) (total + n)

let () = Printf.printf "%d\n" (sum_to (int_of_string Sys.argv.(1)) 0)
