(* Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds. *)
let rec stays zr zi cr ci rounds =
  let rr = zr *. zr and ii = zi *. zi in
  if rr +. ii > 4.0 then 0
  else if rounds = 0 then 1
  else stays (rr -. ii +. cr) ((2.0 *. zr *. zi) +. ci) cr ci (rounds - 1)

let main n =
  let size = float_of_int n in
  let total = ref 0 in
  for y = 0 to n - 1 do
    let ci = (2.0 *. float_of_int y /. size) -. 1.0 in
    for x = 0 to n - 1 do
      let cr = (3.0 *. float_of_int x /. size) -. 2.0 in
      total := !total + stays 0.0 0.0 cr ci 50
    done
  done;
  !total

let () = Printf.printf "%d\n" (main (int_of_string Sys.argv.(1)))
