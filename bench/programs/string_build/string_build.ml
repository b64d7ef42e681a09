(* Builds strings of 50 numbers piece by piece, n times, and adds up their lengths. *)
let numbers i =
  List.init 50 (fun k -> i + k)
  |> List.fold_left (fun text k -> text ^ string_of_int k ^ ",") ""

let rec repeat n total =
  if n = 0 then total else repeat (n - 1) (total + String.length (numbers n))

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
