# Three field reads of one record in a tail-recursive sum.
# bench: n=200000000 small=3000000 warm=15000000
type Point = { x :: Int, y :: Int, z :: Int }

fn sum_fields(p :: Point, n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { sum_fields(p, n - 1, total + p.x + p.y + p.z) }
}

fn main(n :: Int) -> Int {
  let p :: Point := { x: 1, y: 2, z: 3 }
  sum_fields(p, n, 0)
}
