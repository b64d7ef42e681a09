import "std.list" as list
fn sub(a :: Int, b :: Int) -> Int { a - b }
fn neg(a :: Int) -> Int { -a }
fn mk(a :: Int) -> (Int, Int) -> Int { fn (x :: Int, y :: Int) -> Int { a * 100 + x * 10 + y } }
fn main() -> (Int, Int, Option[Int], Int, Int, List[Int], Int) {
  (10 |> neg,
   10 |> sub(3) |> neg,
   4 |> sub(1) |> Some,
   5 |> fn (x :: Int) -> Int { x * x },
   1 |> mk(2)(3),
   [1, 2, 3] |> list.map(fn (x :: Int) -> Int { x * 2 }) |> list.filter(fn (x :: Int) -> Bool { x > 2 }),
   9 |> (2 |> sub))
}
