(* A list of four numbers through three maps and a fold, n times. *)
let handle n =
  let xs = [ n; n + 1; n + 2; n + 3 ] in
  let more = List.map (fun x -> x + 1) xs in
  let double = List.map (fun x -> x * 2) more in
  let less = List.map (fun x -> x - 1) double in
  List.fold_left ( + ) 0 less

let rec drive n sum =
  if n = 0 then sum else drive (n - 1) ((sum + handle n) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
