(* Three nested records for each of n requests, read in part. *)
type inner = { a : int; b : int }
type middle = { inner : inner; c : int }
type outer = { middle : middle; status : int }

let handle i =
  { middle = { inner = { a = i; b = i + 1 }; c = i * 2 }; status = 200 }

let rec drive n sum =
  if n = 0 then sum
  else
    let r = handle n in
    drive (n - 1) ((sum + r.status + r.middle.inner.b) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
