(* The longest Collatz chain that starts below n. *)
let rec length m count =
  if m = 1 then count
  else if m mod 2 = 0 then length (m / 2) (count + 1)
  else length ((3 * m) + 1) (count + 1)

let rec longest m best =
  if m = 0 then best
  else
    let here = length m 0 in
    longest (m - 1) (if here > best then here else best)

let () = Printf.printf "%d\n" (longest (int_of_string Sys.argv.(1) - 1) 0)
