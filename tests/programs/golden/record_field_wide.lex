# Ten field reads in each round of a loop. The inner function is also called by the
# host with a record of its own.
type Wide = { a :: Int, b :: Int, c :: Int, d :: Int, e :: Int,
  f :: Int, g :: Int, h :: Int, i :: Int, j :: Int }

fn sum_fields(p :: Wide, n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => sum_fields(p, n - 1, acc + p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j),
  }
}

fn drive(n :: Int) -> Int {
  let p :: Wide := { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 }
  sum_fields(p, n, 0)
}
