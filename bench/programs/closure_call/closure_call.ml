(* A loop that calls a closure twice in each round. *)
let rec sum_apply f n total =
  if n = 0 then total
  else sum_apply f (n - 1) ((total + f n + f (n + 1)) mod 1000003)

let () =
  let n = int_of_string Sys.argv.(1) in
  let base = n + 7 in
  Printf.printf "%d\n" (sum_apply (fun x -> (x * 2) + base) n 0)
