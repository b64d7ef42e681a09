(* Naive Fibonacci recursion; [path] numbers the calls and decides the leaves. *)
let rec fib n path =
  if n < 2 then path mod 3
  else fib (n - 1) (path * 2) + fib (n - 2) ((path * 2) + 1)

let () = Printf.printf "%d\n" (fib (int_of_string Sys.argv.(1)) 1)
