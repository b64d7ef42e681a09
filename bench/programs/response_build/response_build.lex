# A handler that goes through six records to a response, n times.
# bench: n=20000000 small=200000 warm=1000000
type Response = { status :: Int, total :: Int }

fn handle(u :: Int, i :: Int, q :: Int) -> Response {
  let v1 := { a: u, b: i, c: q }
  let v2 := { d: v1.a, e: v1.b, f: v1.c, g: v1.a * 2 }
  let v3 := { h: v2.d, i: v2.e, j: v2.f, k: v2.g }
  let v4 := { l: v3.h * 3, m: v3.i * 5, n: v3.j * 7, o: v3.k }
  let v5 := { p: v4.l + v4.m, q: v4.n + v4.o, r: v4.l - v4.m }
  let v6 := { s: v5.p + v5.q, t: v5.q + v5.r, u: v5.p - v5.r }
  match v6.s > 0 {
    true => { status: 200, total: v6.s + v6.t + v6.u },
    false => { status: 400, total: 0 },
  }
}

fn drive(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else {
    let r := handle(n, 7, 3)
    drive(n - 1, (sum + r.total + r.status) % 1000003)
  }
}

fn main(n :: Int) -> Int { drive(n, 0) }
