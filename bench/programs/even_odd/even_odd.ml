(* Parity by two functions that tail-call each other. *)
let rec is_even n = if n = 0 then true else is_odd (n - 1)
and is_odd n = if n = 0 then false else is_even (n - 1)

let () = print_endline (if is_even (int_of_string Sys.argv.(1)) then "0" else "1")
