(* Counts the primes below n: the multiples of each prime are filtered from a list. *)
let rec sift n found = function
  | [] -> found
  | p :: rest as candidates ->
    if p * p >= n then found + List.length candidates
    else sift n (found + 1) (List.filter (fun x -> x mod p <> 0) rest)

let () =
  let n = int_of_string Sys.argv.(1) in
  Printf.printf "%d\n" (sift n 0 (List.init (n - 2) (fun i -> i + 2)))
