# Counts the solutions of the n-queens puzzle by depth-first search and shows the
# first board of each size. A placement is the list of columns of the rows filled
# so far, the latest row first.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.option" as option
import "std.str" as str

# No queen of `placed` attacks column `col` of the next row. `distance` is how
# many rows away the head of the list is.
fn safe(col :: Int, placed :: List[Int], distance :: Int) -> Bool {
  match list.head(placed) {
    None => true,
    Some(other) => if other == col or int.abs(other - col) == distance {
      false
    } else {
      safe(col, list.tail(placed), distance + 1)
    },
  }
}

fn choices(n :: Int, placed :: List[Int]) -> List[Int] {
  list.filter(list.range(0, n), fn (col :: Int) -> Bool { safe(col, placed, 1) })
}

fn count(n :: Int, placed :: List[Int]) -> Int {
  if list.len(placed) == n { 1 } else {
    list.fold(choices(n, placed), 0, fn (sum :: Int, col :: Int) -> Int {
      sum + count(n, list.cons(col, placed))
    })
  }
}

# The first complete placement below `placed`. A fold cannot stop early; once a
# board is found it is passed through without further search.
fn first(n :: Int, placed :: List[Int]) -> Option[List[Int]] {
  if list.len(placed) == n { Some(placed) } else {
    let try := fn (found :: Option[List[Int]], col :: Int) -> Option[List[Int]] {
      option.or_else(found, fn () -> Option[List[Int]] { first(n, list.cons(col, placed)) })
    }
    list.fold(choices(n, placed), None, try)
  }
}

fn drawn_row(n :: Int, queen :: Int) -> Str {
  str.join(list.map(list.range(0, n), fn (col :: Int) -> Str {
    if col == queen { "Q" } else { "." }
  }), " ")
}

fn board(n :: Int) -> Str {
  match first(n, []) {
    None => "no solution",
    Some(placed) => str.join(list.map(list.reverse(placed), fn (q :: Int) -> Str {
      drawn_row(n, q)
    }), "\n"),
  }
}

# A second opinion without lists of rows: three bit sets packed into Ints, the
# columns and both diagonals as sums of powers of two.
fn bit(n :: Int) -> Int { if n == 0 { 1 } else { 2 * bit(n - 1) } }

fn has(bits :: Int, n :: Int) -> Bool { bits / bit(n) % 2 == 1 }

fn count_bits(n :: Int, row :: Int, cols :: Int, rising :: Int, falling :: Int) -> Int {
  if row == n { 1 } else {
    list.fold(list.range(0, n), 0, fn (sum :: Int, col :: Int) -> Int {
      let up := row + col
      let down := row - col + n
      if has(cols, col) or has(rising, up) or has(falling, down) { sum } else {
        sum + count_bits(n, row + 1, cols + bit(col), rising + bit(up), falling + bit(down))
      }
    })
  }
}

fn main() -> [io] List[Int] {
  list.map(list.range(1, 7), fn (n :: Int) -> [io] Int {
    let solutions := count(n, [])
    let agreed := solutions == count_bits(n, 0, 0, 0, 0)
    let remark := if agreed { "" } else { " (the two counts differ!)" }
    io.print(int.to_str(n) + " queens: " + int.to_str(solutions) + remark)
    io.print(board(n))
    solutions
  })
}
