(* Counts n generated words in a persistent map; prints a checksum in word order. *)
module Words = Map.Make (String)

let rec tally n seed counts =
  if n = 0 then counts
  else
    let next = ((seed * 3877) + 29573) mod 139968 in
    let word = "w" ^ string_of_int (next mod 5000) in
    let count = try Words.find word counts with Not_found -> 0 in
    tally (n - 1) next (Words.add word (count + 1) counts)

let () =
  let counts = tally (int_of_string Sys.argv.(1)) 42 Words.empty in
  let fold word count acc = ((acc * 31) + String.length word + count) mod 1000003 in
  Printf.printf "%d\n" (Words.fold fold counts 0)
