# One record that leaves its function in each call.
type Response = { status :: Int, total :: Int, count :: Int }

fn handle(i :: Int) -> Response { { status: 200, total: i * 2, count: i + 1 } }

fn drive(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => {
      let r := handle(n)
      r.total + drive(n - 1)
    },
  }
}
