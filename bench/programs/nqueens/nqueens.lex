# Counts the solutions of the n-queens puzzle; a placement is the list of the columns
# of the rows filled so far, the latest row first.
# bench: n=12 small=9 warm=9
import "std.int" as int
import "std.list" as list

fn safe(col :: Int, placed :: List[Int], distance :: Int) -> Bool {
  match list.head(placed) {
    None => true,
    Some(other) => if other == col or int.abs(other - col) == distance { false } else {
      safe(col, list.tail(placed), distance + 1)
    },
  }
}

fn count(n :: Int, row :: Int, placed :: List[Int]) -> Int {
  if row == n { 1 } else {
    let free := list.filter(list.range(0, n), fn (col :: Int) -> Bool {
      safe(col, placed, 1)
    })
    list.fold(free, 0, fn (sum :: Int, col :: Int) -> Int {
      sum + count(n, row + 1, list.cons(col, placed))
    })
  }
}

fn main(n :: Int) -> Int { count(n, 0, []) }
