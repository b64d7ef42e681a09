(* A small record for each of n requests, read once. *)
type response = { status : int; total : int; count : int }

let handle i = { status = 200; total = i * 2; count = i + 1 }

let rec drive n sum =
  if n = 0 then sum
  else
    let r = handle n in
    drive (n - 1) ((sum + r.total) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
