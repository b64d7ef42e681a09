# Ten field reads of one record in a tail-recursive sum.
# bench: n=50000000 small=1000000 warm=5000000
type Wide = {
  a :: Int, b :: Int, c :: Int, d :: Int, e :: Int,
  f :: Int, g :: Int, h :: Int, i :: Int, j :: Int
}

fn sum_fields(p :: Wide, n :: Int, total :: Int) -> Int {
  if n == 0 { total } else {
    sum_fields(p, n - 1,
      total + p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j)
  }
}

fn main(n :: Int) -> Int {
  let p :: Wide := { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 }
  sum_fields(p, n, 0)
}
