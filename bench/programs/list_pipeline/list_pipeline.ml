(* Lists of 200 numbers: build, map, filter and fold, n times. *)
let once i =
  List.init 200 (fun k -> i + k)
  |> List.map (fun x -> (x * 3) + 1)
  |> List.filter (fun x -> x mod 2 = 0)
  |> List.fold_left (fun sum x -> sum + x) 0

let rec repeat n total =
  if n = 0 then total else repeat (n - 1) ((total + once n) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
