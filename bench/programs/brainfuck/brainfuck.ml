(* An interpreter for Brainfuck runs a program n times; the code is a tree of variants, the
   tape two lists with a cell between them. *)
type op = Add of int | Move of int | Out | Loop of op list
type machine = { left : int list; cell : int; right : int list; sum : int }

let rec parse code i acc =
  if i >= String.length code then (List.rev acc, i)
  else
    match code.[i] with
    | '+' -> parse code (i + 1) (Add 1 :: acc)
    | '-' -> parse code (i + 1) (Add 255 :: acc)
    | '>' -> parse code (i + 1) (Move 1 :: acc)
    | '<' -> parse code (i + 1) (Move (-1) :: acc)
    | '.' -> parse code (i + 1) (Out :: acc)
    | '[' ->
      let body, stop = parse code (i + 1) [] in
      parse code (stop + 1) (Loop body :: acc)
    | _ -> (List.rev acc, i)

let pop = function [] -> (0, []) | cell :: rest -> (cell, rest)

let rec step m = function
  | Add k -> { m with cell = (m.cell + k) mod 256 }
  | Move 1 ->
    let cell, right = pop m.right in
    { m with left = m.cell :: m.left; cell; right }
  | Move _ ->
    let cell, left = pop m.left in
    { m with left; cell; right = m.cell :: m.right }
  | Out -> { m with sum = ((m.sum * 31) + m.cell) mod 1000003 }
  | Loop body -> loop body m

and loop body m = if m.cell = 0 then m else loop body (run body m)
and run ops m = List.fold_left step m ops

let rec repeat ops n sum =
  if n = 0 then sum
  else repeat ops (n - 1) (run ops { left = []; cell = 0; right = []; sum }).sum

let () =
  let code =
    "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>"
    ^ ".<-.<.+++.------.--------.>>+.>++."
  in
  let ops, _ = parse code 0 [] in
  Printf.printf "%d\n" (repeat ops (int_of_string Sys.argv.(1)) 0)
