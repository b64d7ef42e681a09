(* A handler that goes through six records to a response, n times. *)
type response = { status : int; total : int }
type v1 = { a : int; b : int; c : int }
type v2 = { d : int; e : int; f : int; g : int }
type v3 = { h : int; i : int; j : int; k : int }
type v4 = { l : int; m : int; n : int; o : int }
type v5 = { p : int; q : int; r : int }
type v6 = { s : int; t : int; u : int }

let handle u i q =
  let v1 = { a = u; b = i; c = q } in
  let v2 = { d = v1.a; e = v1.b; f = v1.c; g = v1.a * 2 } in
  let v3 = { h = v2.d; i = v2.e; j = v2.f; k = v2.g } in
  let v4 = { l = v3.h * 3; m = v3.i * 5; n = v3.j * 7; o = v3.k } in
  let v5 = { p = v4.l + v4.m; q = v4.n + v4.o; r = v4.l - v4.m } in
  let v6 = { s = v5.p + v5.q; t = v5.q + v5.r; u = v5.p - v5.r } in
  if v6.s > 0 then { status = 200; total = v6.s + v6.t + v6.u }
  else { status = 400; total = 0 }

let rec drive n sum =
  if n = 0 then sum
  else
    let r = handle n 7 3 in
    drive (n - 1) ((sum + r.total + r.status) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
