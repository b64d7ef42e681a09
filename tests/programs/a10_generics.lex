type Box[T] = { item :: T }
type Either[A, B,] = L(A) | R(B)
fn id[T](x :: T) -> T { x }
fn swap[A, B](p :: (A, B)) -> (B, A) { match p { (a, b) => (b, a) } }
fn unbox[T](b :: Box[T]) -> T { b.item }
fn pick[A, B](e :: Either[A, B], d :: A) -> A { match e { L(a) => a, R(_) => d } }
fn run(op :: (Int, Int) -> Int, a :: Int) -> Int { op(a, a) }
fn times(a :: Int, b :: Int) -> Int { a * b }
fn parens_are_args(xs :: List(Int)) -> Tuple[Int, Str] { (id(3), id("s")) }
fn main() -> ((Str, Int), Int, Str, Int, (Int, Str)) {
  (swap((1, "a")), unbox({ item: 5 }), pick(R(1), "dflt"), run(times, 7), parens_are_args([]))
}
