(* The most flips that any permutation of 1..n takes until its first number is 1, and a
   checksum. The permutations are lists, made by inserting numbers. *)
let rec take xs count taken =
  if count = 0 then taken
  else match xs with [] -> taken | x :: rest -> take rest (count - 1) (x :: taken)

let rec drop xs count =
  if count = 0 then xs else match xs with [] -> [] | _ :: rest -> drop rest (count - 1)

let rec flips xs count =
  match xs with
  | [] | 1 :: _ -> count
  | first :: _ ->
    let taken = List.rev (take xs first []) in
    flips (List.rev_append taken (drop xs first)) (count + 1)

type state = { most : int; sum : int }

let rec insert next n left right state =
  let after = permute (next + 1) n (List.rev_append left (next :: right)) state in
  match right with [] -> after | x :: rest -> insert next n (x :: left) rest after

and permute next n xs state =
  if next > n then
    let count = flips xs 0 in
    { most = max state.most count; sum = ((state.sum * 3) + count) mod 1000003 }
  else insert next n [] xs state

let () =
  let state = permute 1 (int_of_string Sys.argv.(1)) [] { most = 0; sum = 0 } in
  Printf.printf "%d\n" ((state.sum * 100) + state.most)
