type P = { x :: Int, y :: Int }
fn mk(x :: Int, y :: Int) -> P { { y, x } }
fn shorthand_arm(n :: Int) -> { n :: Int } { match n { n => { n } } }
fn block_arm(n :: Int) -> Int { match n { n => { n
} } }
fn part(p :: P) -> Int { match p { { y } => y } }
fn any(p :: P) -> Int { match p { { x: 1 } => 10, { } => 20 } }
fn nested() -> Int { { a: { b: { c: 42 } } }.a.b.c }
fn empty() -> { } { {} }
fn main() -> (P, { n :: Int }, Int, Int, Int, Int, Int) {
  (mk(1, 2), shorthand_arm(7), block_arm(8), part(mk(3, 4)), any(mk(1, 0)), any(mk(2, 0)), nested())
}
