(* A fold over a list of numbers with a closure that captures a local. *)
let main n =
  let factor = (n mod 7) + 3 in
  List.fold_left (fun acc x -> ((acc * factor) + x) mod 1000003) 1
    (List.init n (fun i -> i))

let () = Printf.printf "%d\n" (main (int_of_string Sys.argv.(1)))
