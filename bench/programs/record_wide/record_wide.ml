(* Ten field reads of one record in a tail-recursive sum. *)
type wide = {
  a : int; b : int; c : int; d : int; e : int;
  f : int; g : int; h : int; i : int; j : int;
}

let rec sum_fields p n total =
  if n = 0 then total
  else
    sum_fields p (n - 1)
      (total + p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j)

let () =
  let n = int_of_string Sys.argv.(1) in
  let p = { a = 1; b = 2; c = 3; d = 4; e = 5; f = 6; g = 7; h = 8; i = 9; j = 10 } in
  Printf.printf "%d\n" (sum_fields p n 0)
