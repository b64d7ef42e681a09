(* Counts the solutions of the n-queens puzzle; a placement is a list of columns. *)
let rec safe col placed distance =
  match placed with
  | [] -> true
  | other :: rest ->
    if other = col || abs (other - col) = distance then false
    else safe col rest (distance + 1)

let rec count n row placed =
  if row = n then 1
  else
    List.init n (fun col -> col)
    |> List.filter (fun col -> safe col placed 1)
    |> List.fold_left (fun sum col -> sum + count n (row + 1) (col :: placed)) 0

let () = Printf.printf "%d\n" (count (int_of_string Sys.argv.(1)) 0 [])
