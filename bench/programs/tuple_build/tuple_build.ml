(* A chain of pairs that are built and taken apart again, n times. *)
let handle a b =
  let s1 = match (a, b) with x, y -> x + y in
  let s2 = match (a, b) with x, y -> x * y in
  let s3 = match (s1, s2) with x, y -> x + y in
  let s4 = match (s1, s2) with x, y -> x - y in
  let s5 = match (s3, s4) with x, y -> (x * 2) + y in
  let s6 = match (s4, s3) with x, y -> x + (y * 3) in
  s1 + s2 + s3 + s4 + s5 + s6

let rec drive n sum =
  if n = 0 then sum else drive (n - 1) ((sum + handle n 7) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
