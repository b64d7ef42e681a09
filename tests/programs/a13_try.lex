fn pos(n :: Int) -> Result[Int, Str] { if n > 0 { Ok(n) } else { Err("not positive") } }
fn both(a :: Int, b :: Int) -> Result[Int, Str] {
  let x := pos(a)?
  Ok(x * 10 + pos(b)?)
}
fn boxed(n :: Int) -> Result[{ v :: Int }, Str] { Ok({ v: pos(n)? }) }
fn field(n :: Int) -> Result[Int, Str] { Ok(boxed(n)?.v + 1) }
fn in_lambda(n :: Int) -> Int {
  let g := fn (m :: Int) -> Result[Int, Str] { Ok(pos(m)? + 1) }
  match g(n) { Ok(v) => v, Err(_) => -1 }
}
fn main() -> (Result[Int, Str], Result[Int, Str], Result[Int, Str], Int, Int) {
  (both(1, 2), both(1, 0), field(4), in_lambda(3), in_lambda(0))
}
