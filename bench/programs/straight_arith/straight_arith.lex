# A straight line of 48 additions, subtractions and multiplications, n times.
# bench: n=10000000 small=100000 warm=500000
fn straight(start :: Int, step :: Int) -> Int {
  let a0 := start
  let a1 := a0 + step
  let a2 := a1 * 3
  let a3 := a2 - start
  let a4 := a3 + step
  let a5 := a4 * 3
  let a6 := (a5 - start + 2000006) % 1000003
  let a7 := a6 + step
  let a8 := a7 * 3
  let a9 := a8 - start
  let a10 := a9 + step
  let a11 := a10 * 3
  let a12 := (a11 - start + 2000006) % 1000003
  let a13 := a12 + step
  let a14 := a13 * 3
  let a15 := a14 - start
  let a16 := a15 + step
  let a17 := a16 * 3
  let a18 := (a17 - start + 2000006) % 1000003
  let a19 := a18 + step
  let a20 := a19 * 3
  let a21 := a20 - start
  let a22 := a21 + step
  let a23 := a22 * 3
  let a24 := (a23 - start + 2000006) % 1000003
  let a25 := a24 + step
  let a26 := a25 * 3
  let a27 := a26 - start
  let a28 := a27 + step
  let a29 := a28 * 3
  let a30 := (a29 - start + 2000006) % 1000003
  let a31 := a30 + step
  let a32 := a31 * 3
  let a33 := a32 - start
  let a34 := a33 + step
  let a35 := a34 * 3
  let a36 := (a35 - start + 2000006) % 1000003
  let a37 := a36 + step
  let a38 := a37 * 3
  let a39 := a38 - start
  let a40 := a39 + step
  let a41 := a40 * 3
  let a42 := (a41 - start + 2000006) % 1000003
  let a43 := a42 + step
  let a44 := a43 * 3
  let a45 := a44 - start
  let a46 := a45 + step
  let a47 := a46 * 3
  let a48 := (a47 - start + 2000006) % 1000003
  a48
}

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { drive(n - 1, (sum + straight(n % 1000003, 7)) % 1000003) }
}

fn main(n :: Int) -> Int { drive(n, 0) }
