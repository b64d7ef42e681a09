(* The edit distances of n pairs of generated words, row by row with lists. *)
let rec word length seed letters =
  if length = 0 then letters
  else
    let next = ((seed * 3877) + 29573) mod 139968 in
    word (length - 1) next ((next / 100 mod 4) :: letters)

let least (a : int) b = if a < b then a else b

let rec next_row letter b above left row =
  match (b, above) with
  | other :: b, diagonal :: rest ->
    let up = match rest with [] -> 0 | x :: _ -> x in
    let change = if letter = other then diagonal else diagonal + 1 in
    let cell = least change (least (up + 1) (left + 1)) in
    next_row letter b rest cell (cell :: row)
  | _ -> List.rev row

let last row = List.fold_left (fun _ x -> x) 0 row

let rec distance a b row i =
  match a with
  | [] -> last row
  | (letter : int) :: a -> distance a b (next_row letter b row i [ i ]) (i + 1)

let rec repeat n sum =
  if n = 0 then sum
  else
    let a = word 40 (2 * n) [] and b = word 40 ((2 * n) + 1) [] in
    let found = distance a b (List.init 41 (fun j -> j)) 1 in
    repeat (n - 1) (((sum * 3) + found) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
