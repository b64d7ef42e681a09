# Merge sort of n generated numbers, five times; the lists are split by counting and
# merged through an accumulator.
# bench: n=400000 small=5000 warm=10000
import "std.list" as list

fn numbers(n :: Int, seed :: Int, xs :: List[Int]) -> List[Int] {
  if n == 0 { xs } else {
    let next := (seed * 3877 + 29573) % 139968
    numbers(n - 1, next, list.cons(next, xs))
  }
}

fn merge(left :: List[Int], right :: List[Int], done :: List[Int]) -> List[Int] {
  match list.head(left) {
    None => list.concat(list.reverse(done), right),
    Some(x) => match list.head(right) {
      None => list.concat(list.reverse(done), left),
      Some(y) => if y < x {
        merge(left, list.tail(right), list.cons(y, done))
      } else {
        merge(list.tail(left), right, list.cons(x, done))
      },
    },
  }
}

fn first(xs :: List[Int], count :: Int, taken :: List[Int]) -> List[Int] {
  if count == 0 { list.reverse(taken) } else {
    match list.head(xs) {
      None => list.reverse(taken),
      Some(x) => first(list.tail(xs), count - 1, list.cons(x, taken)),
    }
  }
}

fn drop(xs :: List[Int], count :: Int) -> List[Int] {
  if count == 0 { xs } else { drop(list.tail(xs), count - 1) }
}

fn sort(xs :: List[Int], length :: Int) -> [io] List[Int] {
  if length < 2 { xs } else {
    let half := length / 2
    merge(sort(first(xs, half, []), half), sort(drop(xs, half), length - half), [])
  }
}

fn checksum(xs :: List[Int]) -> Int {
  list.fold(xs, 0, fn (sum :: Int, x :: Int) -> Int { (sum * 31 + x) % 1000003 })
}

fn repeat(n :: Int, rounds :: Int, total :: Int) -> [io] Int {
  if rounds == 0 { total } else {
    let sorted := sort(numbers(n, rounds, []), n)
    repeat(n, rounds - 1, (total + checksum(sorted)) % 1000003)
  }
}

fn main(n :: Int) -> [io] Int { repeat(n, 5, 0) }
