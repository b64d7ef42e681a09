# Three nested records for each of n requests, read in part.
# bench: n=50000000 small=500000 warm=3000000
type Inner = { a :: Int, b :: Int }
type Middle = { inner :: Inner, c :: Int }
type Outer = { middle :: Middle, status :: Int }

fn handle(i :: Int) -> Outer {
  { middle: { inner: { a: i, b: i + 1 }, c: i * 2 }, status: 200 }
}

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else {
    let r := handle(n)
    drive(n - 1, (sum + r.status + r.middle.inner.b) % 1000003)
  }
}

fn main(n :: Int) -> Int { drive(n, 0) }
