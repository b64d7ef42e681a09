# The same pure call in each round of a loop.
fn leaf(x :: Int) -> Int { x + 1 }

fn loopm(n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => loopm(n - 1, acc + leaf(5)),
  }
}
