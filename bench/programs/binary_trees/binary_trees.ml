(* Builds and walks complete binary trees of depth 12, n times. *)
type tree = Leaf of int | Node of tree * int * tree

let rec build item depth =
  if depth = 0 then Leaf item
  else
    let left = build ((2 * item) - 1) (depth - 1) in
    Node (left, item, build (2 * item) (depth - 1))

let rec check = function
  | Leaf item -> item
  | Node (left, item, right) -> (item + check left + check right) mod 1000003

let rec repeat n total =
  if n = 0 then total else repeat (n - 1) ((total + check (build n 12)) mod 1000003)

let () = Printf.printf "%d\n" (repeat (int_of_string Sys.argv.(1)) 0)
