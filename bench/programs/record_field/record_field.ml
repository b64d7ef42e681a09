(* Three field reads of one record in a tail-recursive sum. *)
type point = { x : int; y : int; z : int }

let rec sum_fields p n total =
  if n = 0 then total else sum_fields p (n - 1) (total + p.x + p.y + p.z)

let () =
  let n = int_of_string Sys.argv.(1) in
  Printf.printf "%d\n" (sum_fields { x = 1; y = 2; z = 3 } n 0)
