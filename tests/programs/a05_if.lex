fn sign(n :: Int) -> Str {
  if n < 0 { "neg" } else { if n == 0 { "zero" } else { "pos" } }
}
fn rec(b :: Bool) -> { k :: Int } { if b { { k: 1 } } else { { k: 2 } } }
fn main() -> (Str, Str, Str, Int, Int) {
  (sign(-3), sign(0), sign(8), rec(true).k, 100 + if rec(false).k == 2 { 1 } else { 2 } * 10)
}
