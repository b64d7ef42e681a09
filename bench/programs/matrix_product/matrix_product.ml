(* The product of two n by n matrices, as lists of rows and of columns. *)
let row i n = List.init n (fun j -> float_of_int (((i * 7) + (j * 13)) mod 17) /. 16.0)

let rows n = List.init n (fun i -> row i n)

let rec dot xs ys sum =
  match (xs, ys) with
  | x :: xs, y :: ys -> dot xs ys (sum +. (x *. y))
  | _ -> sum

let product a columns =
  List.map (fun xs -> List.map (fun ys -> dot xs ys 0.0) columns) a

let checksum m =
  let add sum x = ((sum * 31) + int_of_float (x *. 256.0)) mod 1000003 in
  List.fold_left (List.fold_left add) 0 m

let () =
  let n = int_of_string Sys.argv.(1) in
  Printf.printf "%d\n" (checksum (product (rows n) (rows n)))
