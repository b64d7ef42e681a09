# The edit distances of n pairs of generated words, row by row with lists.
# bench: n=50000 small=250 warm=500
import "std.int" as int
import "std.list" as list

fn word(length :: Int, seed :: Int, letters :: List[Int]) -> List[Int] {
  if length == 0 { letters } else {
    let next := (seed * 3877 + 29573) % 139968
    word(length - 1, next, list.cons(next / 100 % 4, letters))
  }
}

# The next row, last cell first; `left` is its latest cell, `above` the previous row from
# the cell above that on.
fn next_row(letter :: Int, b :: List[Int], above :: List[Int], left :: Int,
            row :: List[Int]) -> List[Int] {
  match list.head(b) {
    None => list.reverse(row),
    Some(other) => match list.head(above) {
      None => list.reverse(row),
      Some(diagonal) => {
        let rest := list.tail(above)
        let up := match list.head(rest) { None => 0, Some(x) => x }
        let change := if letter == other { diagonal } else { diagonal + 1 }
        let cell := int.min(change, int.min(up + 1, left + 1))
        next_row(letter, list.tail(b), rest, cell, list.cons(cell, row))
      },
    },
  }
}

fn last(row :: List[Int]) -> Int {
  list.fold(row, 0, fn (found :: Int, x :: Int) -> Int { x })
}

fn distance(a :: List[Int], b :: List[Int], row :: List[Int], i :: Int) -> Int {
  match list.head(a) {
    None => last(row),
    Some(letter) =>
      distance(list.tail(a), b, next_row(letter, b, row, i, [i]), i + 1),
  }
}

fn repeat(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else {
    let a := word(40, 2 * n, [])
    let b := word(40, 2 * n + 1, [])
    repeat(n - 1, (sum * 3 + distance(a, b, list.range(0, 41), 1)) % 1000003)
  }
}

fn main(n :: Int) -> Int { repeat(n, 0) }
