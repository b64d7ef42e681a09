(* A straight line of 48 additions, subtractions and multiplications, n times. *)
let straight start step =
  let a0 = start in
  let a1 = a0 + step in
  let a2 = a1 * 3 in
  let a3 = a2 - start in
  let a4 = a3 + step in
  let a5 = a4 * 3 in
  let a6 = (a5 - start + 2000006) mod 1000003 in
  let a7 = a6 + step in
  let a8 = a7 * 3 in
  let a9 = a8 - start in
  let a10 = a9 + step in
  let a11 = a10 * 3 in
  let a12 = (a11 - start + 2000006) mod 1000003 in
  let a13 = a12 + step in
  let a14 = a13 * 3 in
  let a15 = a14 - start in
  let a16 = a15 + step in
  let a17 = a16 * 3 in
  let a18 = (a17 - start + 2000006) mod 1000003 in
  let a19 = a18 + step in
  let a20 = a19 * 3 in
  let a21 = a20 - start in
  let a22 = a21 + step in
  let a23 = a22 * 3 in
  let a24 = (a23 - start + 2000006) mod 1000003 in
  let a25 = a24 + step in
  let a26 = a25 * 3 in
  let a27 = a26 - start in
  let a28 = a27 + step in
  let a29 = a28 * 3 in
  let a30 = (a29 - start + 2000006) mod 1000003 in
  let a31 = a30 + step in
  let a32 = a31 * 3 in
  let a33 = a32 - start in
  let a34 = a33 + step in
  let a35 = a34 * 3 in
  let a36 = (a35 - start + 2000006) mod 1000003 in
  let a37 = a36 + step in
  let a38 = a37 * 3 in
  let a39 = a38 - start in
  let a40 = a39 + step in
  let a41 = a40 * 3 in
  let a42 = (a41 - start + 2000006) mod 1000003 in
  let a43 = a42 + step in
  let a44 = a43 * 3 in
  let a45 = a44 - start in
  let a46 = a45 + step in
  let a47 = a46 * 3 in
  let a48 = (a47 - start + 2000006) mod 1000003 in
  a48

let rec drive n sum =
  if n = 0 then sum
  else drive (n - 1) ((sum + straight (n mod 1000003) 7) mod 1000003)

let () = Printf.printf "%d\n" (drive (int_of_string Sys.argv.(1)) 0)
