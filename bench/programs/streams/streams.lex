# Endless streams made of closures: numbers, mapped, filtered, the first n summed up.
# bench: n=10000000 small=100000 warm=300000
type Stream = Item(Int, (Int) -> Stream)

fn numbers(n :: Int) -> Stream {
  Item(n, fn (unused :: Int) -> Stream { numbers(n + 1) })
}

fn mapped(s :: Stream, f :: (Int) -> Int) -> Stream {
  match s {
    Item(x, rest) => Item(f(x), fn (u :: Int) -> Stream { mapped(rest(u), f) }),
  }
}

fn filtered(s :: Stream, f :: (Int) -> Bool) -> Stream {
  match s {
    Item(x, rest) => if f(x) {
      Item(x, fn (u :: Int) -> Stream { filtered(rest(u), f) })
    } else { filtered(rest(0), f) },
  }
}

fn sum_first(s :: Stream, n :: Int, sum :: Int) -> Int {
  match s {
    Item(x, rest) => if n == 0 { sum } else {
      sum_first(rest(0), n - 1, (sum * 31 + x) % 1000003)
    },
  }
}

fn main(n :: Int) -> Int {
  let squares := mapped(numbers(n), fn (x :: Int) -> Int { x * x })
  sum_first(filtered(squares, fn (x :: Int) -> Bool { x % 3 == 1 }), n, 0)
}
