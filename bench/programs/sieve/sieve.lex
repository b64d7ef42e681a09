# Counts the primes below n: the multiples of each prime are filtered from a list.
# bench: n=1000000 small=60000 warm=100000
import "std.list" as list

fn sift(candidates :: List[Int], n :: Int, found :: Int) -> Int {
  match list.head(candidates) {
    None => found,
    Some(p) => if p * p >= n { found + list.len(candidates) } else {
      let rest := list.filter(list.tail(candidates), fn (x :: Int) -> Bool { x % p != 0 })
      sift(rest, n, found + 1)
    },
  }
}

fn main(n :: Int) -> Int { sift(list.range(2, n), n, 0) }
