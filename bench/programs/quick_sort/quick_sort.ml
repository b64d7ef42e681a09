(* Quicksort of n generated numbers, five times: filter, sort, join. *)
let rec numbers n seed xs =
  if n = 0 then xs
  else
    let next = ((seed * 3877) + 29573) mod 139968 in
    numbers (n - 1) next (next :: xs)

let rec sort = function
  | [] -> []
  | (pivot : int) :: rest ->
    let small = List.filter (fun x -> x < pivot) rest in
    let large = List.filter (fun x -> x >= pivot) rest in
    let sorted = sort small in
    sorted @ (pivot :: sort large)

let checksum = List.fold_left (fun sum x -> ((sum * 31) + x) mod 1000003) 0

let rec repeat n rounds total =
  if rounds = 0 then total
  else
    let sorted = sort (numbers n rounds []) in
    repeat n (rounds - 1) ((total + checksum sorted) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 5 0)
