# The most flips that any permutation of 1..n takes until its first number is 1, and a
# checksum. The permutations are lists, made by inserting numbers. The functions declare
# an effect, because many calls of `put_back` are alike and would come from the memo.
# bench: n=9 small=7 warm=8
import "std.int" as int
import "std.list" as list

fn take(xs :: List[Int], count :: Int, taken :: List[Int]) -> [io] List[Int] {
  if count == 0 { taken } else {
    match list.head(xs) {
      None => taken,
      Some(x) => take(list.tail(xs), count - 1, list.cons(x, taken)),
    }
  }
}

fn drop(xs :: List[Int], count :: Int) -> [io] List[Int] {
  if count == 0 { xs } else { drop(list.tail(xs), count - 1) }
}

fn put_back(taken :: List[Int], rest :: List[Int]) -> [io] List[Int] {
  match list.head(taken) {
    None => rest,
    Some(x) => put_back(list.tail(taken), list.cons(x, rest)),
  }
}

fn flips(xs :: List[Int], count :: Int) -> [io] Int {
  match list.head(xs) {
    None => count,
    Some(1) => count,
    Some(first) => {
      let taken := list.reverse(take(xs, first, []))
      flips(put_back(taken, drop(xs, first)), count + 1)
    },
  }
}

type State = { most :: Int, sum :: Int, number :: Int }

# All ways to put `next` somewhere between `left` (reversed) and `right`.
fn insert(next :: Int, n :: Int, left :: List[Int], right :: List[Int],
          state :: State) -> [io] State {
  let after := permute(next + 1, n, put_back(left, list.cons(next, right)), state)
  match list.head(right) {
    None => after,
    Some(x) => insert(next, n, list.cons(x, left), list.tail(right), after),
  }
}

fn permute(next :: Int, n :: Int, xs :: List[Int], state :: State) -> [io] State {
  if next > n {
    let count := flips(xs, 0)
    ({
      most: int.max(state.most, count),
      sum: (state.sum * 3 + count) % 1000003,
      number: state.number + 1
    })
  } else { insert(next, n, [], xs, state) }
}

fn main(n :: Int) -> [io] Int {
  let state := permute(1, n, [], { most: 0, sum: 0, number: 0 })
  state.sum * 100 + state.most
}
