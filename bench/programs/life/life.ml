(* Conway's game of life from a small pattern, n generations. The living cells are a set of
   numbers, the neighbours are counted in a map. *)
module Cells = Set.Make (Int)
module Counts = Map.Make (Int)

let around = [ -1001; -1000; -999; -1; 1; 999; 1000; 1001 ]

let counted live =
  Cells.fold (fun cell counts ->
    List.fold_left (fun counts d ->
      let before = try Counts.find (cell + d) counts with Not_found -> 0 in
      Counts.add (cell + d) (before + 1) counts)
      counts around)
    live Counts.empty

let generation live =
  Counts.fold (fun cell count next ->
    if count = 3 || (count = 2 && Cells.mem cell live) then Cells.add cell next else next)
    (counted live) Cells.empty

let rec run live n = if n = 0 then live else run (generation live) (n - 1)

let () =
  let acorn = [ 500501; 501503; 502500; 502501; 502504; 502505; 502506 ] in
  let live = run (Cells.of_list acorn) (int_of_string Sys.argv.(1)) in
  Printf.printf "%d\n" (Cells.fold (fun cell sum -> ((sum * 31) + cell) mod 1000003) live 0)
