(* Takeuchi's function. *)
let rec tak (x : int) (y : int) (z : int) =
  if y < x then tak (tak (x - 1) y z) (tak (y - 1) z x) (tak (z - 1) x y) else z

let () =
  let n = int_of_string Sys.argv.(1) in
  Printf.printf "%d\n" (tak (n * 3) (n * 2) n)
