(* The spectral norm of an n by n matrix whose cells are computed; vectors are lists. *)
let cell i j = 1.0 /. float_of_int (((i + j) * (i + j + 1) / 2) + i + 1)

let times v n =
  List.init n (fun i ->
      let add (j, total) x = (j + 1, total +. (cell i j *. x)) in
      snd (List.fold_left add (0, 0.0) v))

let transposed_times v n =
  List.init n (fun i ->
      let add (j, total) x = (j + 1, total +. (cell j i *. x)) in
      snd (List.fold_left add (0, 0.0) v))

let both v n = transposed_times (times v n) n

let dot u v = List.fold_left2 (fun total x y -> total +. (x *. y)) 0.0 u v

let rec norm u n rounds =
  let v = both u n in
  if rounds = 1 then sqrt (dot u v /. dot v v) else norm (both v n) n (rounds - 1)

let () =
  let n = int_of_string Sys.argv.(1) in
  let ones = List.init n (fun _ -> 1.0) in
  Printf.printf "%d\n" (int_of_float (norm ones n 4 *. 1000000000.0))
