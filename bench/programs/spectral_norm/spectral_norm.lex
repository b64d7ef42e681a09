# The spectral norm of an n by n matrix whose cells are computed; vectors are lists.
# The answer is the norm in units of 1e-9, cut to an Int.
# bench: n=2500 small=150 warm=300
import "std.float" as float
import "std.int" as int
import "std.list" as list
import "std.math" as math

fn cell(i :: Int, j :: Int) -> Float {
  1.0 / int.to_float((i + j) * (i + j + 1) / 2 + i + 1)
}

type Sum = { j :: Int, total :: Float }

fn times(v :: List[Float], n :: Int) -> List[Float] {
  list.map(list.range(0, n), fn (i :: Int) -> Float {
    let s := list.fold(v, { j: 0, total: 0.0 }, fn (s :: Sum, x :: Float) -> Sum {
      { j: s.j + 1, total: s.total + cell(i, s.j) * x }
    })
    s.total
  })
}

fn transposed_times(v :: List[Float], n :: Int) -> List[Float] {
  list.map(list.range(0, n), fn (i :: Int) -> Float {
    let s := list.fold(v, { j: 0, total: 0.0 }, fn (s :: Sum, x :: Float) -> Sum {
      { j: s.j + 1, total: s.total + cell(s.j, i) * x }
    })
    s.total
  })
}

fn both(v :: List[Float], n :: Int) -> List[Float] { transposed_times(times(v, n), n) }

fn dot(u :: List[Float], v :: List[Float], total :: Float) -> Float {
  match list.head(u) {
    None => total,
    Some(x) => match list.head(v) {
      None => total,
      Some(y) => dot(list.tail(u), list.tail(v), total + x * y),
    },
  }
}

fn norm(u :: List[Float], n :: Int, rounds :: Int) -> Float {
  let v := both(u, n)
  if rounds == 1 { math.sqrt(dot(u, v, 0.0) / dot(v, v, 0.0)) } else {
    norm(both(v, n), n, rounds - 1)
  }
}

fn main(n :: Int) -> Int {
  let ones := list.map(list.range(0, n), fn (i :: Int) -> Float { 1.0 })
  float.to_int(norm(ones, n, 4) * 1000000000.0)
}
