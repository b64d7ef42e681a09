(* Merge sort of n generated numbers, five times; the lists are split by counting and
   merged through an accumulator. *)
let rec numbers n seed xs =
  if n = 0 then xs
  else
    let next = ((seed * 3877) + 29573) mod 139968 in
    numbers (n - 1) next (next :: xs)

let rec merge left right acc =
  match (left, right) with
  | [], rest | rest, [] -> List.rev_append acc rest
  | x :: _, y :: ys when y < (x : int) -> merge left ys (y :: acc)
  | x :: xs, _ -> merge xs right (x :: acc)

let rec first xs count taken =
  match xs with
  | x :: rest when count > 0 -> first rest (count - 1) (x :: taken)
  | _ -> List.rev taken

let rec drop xs count =
  if count = 0 then xs else match xs with [] -> [] | _ :: rest -> drop rest (count - 1)

let rec sort xs length =
  if length < 2 then xs
  else
    let half = length / 2 in
    let left = sort (first xs half []) half in
    merge left (sort (drop xs half) (length - half)) []

let checksum = List.fold_left (fun sum x -> ((sum * 31) + x) mod 1000003) 0

let rec repeat n rounds total =
  if rounds = 0 then total
  else
    let sorted = sort (numbers n rounds []) n in
    repeat n (rounds - 1) ((total + checksum sorted) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 5 0)
