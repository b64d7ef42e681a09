# Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds.
# bench: n=2000 small=300 warm=350
import "std.int" as int

fn stays(zr :: Float, zi :: Float, cr :: Float, ci :: Float, rounds :: Int) -> Int {
  let rr := zr * zr
  let ii := zi * zi
  if rr + ii > 4.0 { 0 } else {
    if rounds == 0 { 1 } else {
      stays(rr - ii + cr, 2.0 * zr * zi + ci, cr, ci, rounds - 1)
    }
  }
}

fn row(n :: Int, x :: Int, ci :: Float, total :: Int) -> Int {
  if x == n { total } else {
    let cr := 3.0 * int.to_float(x) / int.to_float(n) - 2.0
    row(n, x + 1, ci, total + stays(0.0, 0.0, cr, ci, 50))
  }
}

fn rows(n :: Int, y :: Int, total :: Int) -> Int {
  if y == n { total } else {
    let ci := 2.0 * int.to_float(y) / int.to_float(n) - 1.0
    rows(n, y + 1, total + row(n, 0, ci, 0))
  }
}

fn main(n :: Int) -> Int { rows(n, 0, 0) }
