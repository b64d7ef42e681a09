# The product of two n by n matrices of Floats, as lists of rows and of columns; the
# answer is a checksum of the rounded cells.
# bench: n=800 small=70 warm=150
import "std.float" as float
import "std.int" as int
import "std.list" as list

fn row(i :: Int, n :: Int) -> List[Float] {
  list.map(list.range(0, n), fn (j :: Int) -> Float {
    int.to_float((i * 7 + j * 13) % 17) / 16.0
  })
}

fn rows(n :: Int) -> List[List[Float]] {
  list.map(list.range(0, n), fn (i :: Int) -> List[Float] { row(i, n) })
}

fn dot(xs :: List[Float], ys :: List[Float], sum :: Float) -> Float {
  match list.head(xs) {
    None => sum,
    Some(x) => match list.head(ys) {
      None => sum,
      Some(y) => dot(list.tail(xs), list.tail(ys), sum + x * y),
    },
  }
}

fn product(a :: List[List[Float]], columns :: List[List[Float]]) -> List[List[Float]] {
  list.map(a, fn (xs :: List[Float]) -> List[Float] {
    list.map(columns, fn (ys :: List[Float]) -> Float { dot(xs, ys, 0.0) })
  })
}

fn checksum(m :: List[List[Float]]) -> Int {
  list.fold(m, 0, fn (total :: Int, xs :: List[Float]) -> Int {
    list.fold(xs, total, fn (sum :: Int, x :: Float) -> Int {
      (sum * 31 + float.to_int(x * 256.0)) % 1000003
    })
  })
}

fn main(n :: Int) -> Int { checksum(product(rows(n), rows(n))) }
