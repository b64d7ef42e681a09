# Nested records that leave their function in each call.
type Inner = { a :: Int, b :: Int }
type Middle = { inner :: Inner, c :: Int }
type Outer = { middle :: Middle, status :: Int }

fn handle(i :: Int) -> Outer {
  { middle: { inner: { a: i, b: i + 1 }, c: i * 2 }, status: 200 }
}

fn drive(n :: Int) -> Int {
  match n {
    0 => 0,
    _ => {
      let r := handle(n)
      r.status + drive(n - 1)
    },
  }
}
