# A chain of pairs that are built and taken apart again, n times.
# bench: n=20000000 small=150000 warm=1000000
fn handle(a :: Int, b :: Int) -> Int {
  let s1 := match (a, b) { (x, y) => x + y }
  let s2 := match (a, b) { (x, y) => x * y }
  let s3 := match (s1, s2) { (x, y) => x + y }
  let s4 := match (s1, s2) { (x, y) => x - y }
  let s5 := match (s3, s4) { (x, y) => x * 2 + y }
  let s6 := match (s4, s3) { (x, y) => x + y * 3 }
  s1 + s2 + s3 + s4 + s5 + s6
}

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { drive(n - 1, (sum + handle(n, 7)) % 1000003) }
}

fn main(n :: Int) -> Int { drive(n, 0) }
