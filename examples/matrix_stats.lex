# Statistics of a table of measurements, one list of floats for each row: means and
# deviations of the columns, their correlation matrix, and a straight-line fit.
import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.math" as math
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple

type Summary = { mean :: Float, deviation :: Float, low :: Float, high :: Float }
type Line = { slope :: Float, intercept :: Float }

fn measurements() -> List[List[Float]] {
  [[1.0, 2.1, 9.5], [2.0, 3.9, 8.25], [3.0, 6.2, 6.5], [4.0, 7.8, 5.75], [5.0, 10.1, 3.0],
   [6.0, 12.2, 2.5]]
}

fn sum(xs :: List[Float]) -> Float {
  list.fold(xs, 0.0, fn (s :: Float, x :: Float) -> Float { s + x })
}

fn mean(xs :: List[Float]) -> Float { sum(xs) / int.to_float(list.len(xs)) }

fn column(rows :: List[List[Float]]) -> List[Float] {
  list.map(rows, fn (row :: List[Float]) -> Float { option.unwrap_or(list.head(row), 0.0) })
}

# Rows become columns: the heads are the first new row, the tails give the others.
fn transpose(rows :: List[List[Float]]) -> List[List[Float]] {
  match list.head(rows) {
    None => [],
    Some(row) => if list.is_empty(row) { [] } else {
      list.cons(column(rows), transpose(list.map(rows, fn (r :: List[Float]) -> List[Float] {
        list.tail(r)
      })))
    },
  }
}

fn zip(xs :: List[Float], ys :: List[Float]) -> List[(Float, Float)] {
  match (list.head(xs), list.head(ys)) {
    (Some(x), Some(y)) => list.cons((x, y), zip(list.tail(xs), list.tail(ys))),
    _ => [],
  }
}

fn dot(xs :: List[Float], ys :: List[Float]) -> Float {
  list.fold(zip(xs, ys), 0.0, fn (s :: Float, p :: (Float, Float)) -> Float {
    s + tuple.fst(p) * tuple.snd(p)
  })
}

fn centred(xs :: List[Float]) -> List[Float] {
  let m := mean(xs)
  list.map(xs, fn (x :: Float) -> Float { x - m })
}

# Of a sample, hence the divisor one below the number of values.
fn covariance(xs :: List[Float], ys :: List[Float]) -> Float {
  dot(centred(xs), centred(ys)) / int.to_float(list.len(xs) - 1)
}

fn deviation(xs :: List[Float]) -> Float { math.sqrt(covariance(xs, xs)) }

fn correlation(xs :: List[Float], ys :: List[Float]) -> Float {
  covariance(xs, ys) / (deviation(xs) * deviation(ys))
}

fn summary(xs :: List[Float]) -> Summary {
  let first := option.unwrap_or(list.head(xs), 0.0)
  {
    mean: mean(xs),
    deviation: deviation(xs),
    low: list.fold(xs, first, fn (a :: Float, b :: Float) -> Float { math.min(a, b) }),
    high: list.fold(xs, first, fn (a :: Float, b :: Float) -> Float { math.max(a, b) }),
  }
}

fn fit(xs :: List[Float], ys :: List[Float]) -> Line {
  let slope := covariance(xs, ys) / covariance(xs, xs)
  { slope: slope, intercept: mean(ys) - slope * mean(xs) }
}

# Three decimals: printing all digits would show the last bit of the arithmetic.
fn rounded(x :: Float) -> Float { math.round(x * 1000.0) / 1000.0 }

fn shown(x :: Float) -> Str { float.to_str(rounded(x)) }

fn product(a :: List[List[Float]], b :: List[List[Float]]) -> List[List[Float]] {
  let columns := transpose(b)
  list.map(a, fn (row :: List[Float]) -> List[Float] {
    list.map(columns, fn (col :: List[Float]) -> Float { dot(row, col) })
  })
}

fn print_row(cells :: List[Float]) -> [io] Unit {
  io.print(str.join(list.map(cells, fn (x :: Float) -> Str { shown(x) }), "  "))
}

fn print_matrix(title :: Str, rows :: List[List[Float]]) -> [io] Unit {
  io.print(title)
  list.fold(rows, (), fn (_ :: Unit, row :: List[Float]) -> [io] Unit { print_row(row) })
}

fn main() -> [io] { line :: Line, squares :: Float, built_in :: Bool } {
  let rows := measurements()
  let columns := transpose(rows)
  list.fold(list.enumerate(columns), (), fn (_ :: Unit, p :: (Int, List[Float])) -> [io] Unit {
    let s := summary(tuple.snd(p))
    let centre := f"mean {shown(s.mean)}, deviation {shown(s.deviation)}"
    let reach := f"from {shown(s.low)} to {shown(s.high)}"
    io.print(f"column {int.to_str(tuple.fst(p))}: {centre}, {reach}")
  })
  print_matrix("correlations", list.map(columns, fn (xs :: List[Float]) -> List[Float] {
    list.map(columns, fn (ys :: List[Float]) -> Float { correlation(xs, ys) })
  }))
  let gram := product(columns, rows)
  print_matrix("gram matrix", gram)

  # The matrix type of std.math has to agree with the lists.
  let m := math.from_lists(rows)
  let same := math.to_flat(math.matmul(math.transpose(m), m))
  let flat := list.fold(gram, [], fn (all :: List[Float], row :: List[Float]) -> List[Float] {
    list.concat(all, row)
  })
  let differences := list.filter(zip(flat, same), fn (p :: (Float, Float)) -> Bool {
    math.abs(tuple.fst(p) - tuple.snd(p)) > 0.000000001
  })

  let xs := option.unwrap_or(list.head(columns), [])
  let ys := option.unwrap_or(list.head(list.tail(columns)), [])
  let line := fit(xs, ys)
  {
    line: { slope: rounded(line.slope), intercept: rounded(line.intercept) },
    squares: rounded(math.get(math.matmul(math.transpose(m), m), 0, 0)),
    built_in: list.is_empty(differences),
  }
}
