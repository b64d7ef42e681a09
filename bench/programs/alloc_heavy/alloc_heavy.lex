# A small record for each of n requests, read once.
# bench: n=50000000 small=700000 warm=3000000
type Response = { status :: Int, total :: Int, count :: Int }

fn handle(i :: Int) -> Response { { status: 200, total: i * 2, count: i + 1 } }

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else {
    let r := handle(n)
    drive(n - 1, (sum + r.total) % 1000003)
  }
}

fn main(n :: Int) -> Int { drive(n, 0) }
