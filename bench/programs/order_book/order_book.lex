# An exchange takes n generated orders: buyers and sellers are matched, what is left over
# waits in lists sorted by price. The answer is a checksum of the trades. The functions
# declare an effect, because small books come back and would use the memo.
# bench: n=4000000 small=30000 warm=50000
import "std.int" as int
import "std.list" as list

type Order = Buy(Int, Int) | Sell(Int, Int) | Cancel(Int)
type Level = { price :: Int, amount :: Int }
type Book = { bids :: List[Level], asks :: List[Level], volume :: Int, sum :: Int }

fn level(price :: Int, amount :: Int) -> [io] Level { { price: price, amount: amount } }

fn put_back(seen :: List[Level], levels :: List[Level]) -> [io] List[Level] {
  match list.head(seen) {
    None => levels,
    Some(l) => put_back(list.tail(seen), list.cons(l, levels)),
  }
}

# `sign` 1 sorts upward, for asks, and -1 downward, for bids.
fn insert(levels :: List[Level], new :: Level, sign :: Int,
          seen :: List[Level]) -> [io] List[Level] {
  match list.head(levels) {
    None => put_back(seen, [new]),
    Some(l) => {
      if l.price == new.price {
        put_back(seen, list.cons(level(l.price, l.amount + new.amount), list.tail(levels)))
      } else {
        if (new.price - l.price) * sign < 0 {
          put_back(seen, list.cons(new, levels))
        } else {
          insert(list.tail(levels), new, sign, list.cons(l, seen))
        }
      }
    },
  }
}

fn traded(book :: Book, price :: Int, amount :: Int, bids :: List[Level],
          asks :: List[Level]) -> [io] Book {
  { bids: bids, asks: asks, volume: book.volume + amount,
    sum: (book.sum * 31 + price * amount) % 1000003 }
}

fn buy(book :: Book, price :: Int, amount :: Int) -> [io] Book {
  match list.head(book.asks) {
    None => rest_of_buy(book, price, amount),
    Some(ask) => if amount == 0 or ask.price > price {
      rest_of_buy(book, price, amount)
    } else {
      let k := int.min(amount, ask.amount)
      let others := list.tail(book.asks)
      let asks := if k == ask.amount { others } else {
        list.cons(level(ask.price, ask.amount - k), others)
      }
      buy(traded(book, ask.price, k, book.bids, asks), price, amount - k)
    },
  }
}

fn rest_of_buy(book :: Book, price :: Int, amount :: Int) -> [io] Book {
  if amount == 0 { book } else {
    ({ bids: insert(book.bids, level(price, amount), 0 - 1, []), asks: book.asks,
      volume: book.volume, sum: book.sum })
  }
}

fn sell(book :: Book, price :: Int, amount :: Int) -> [io] Book {
  match list.head(book.bids) {
    None => rest_of_sell(book, price, amount),
    Some(bid) => if amount == 0 or bid.price < price {
      rest_of_sell(book, price, amount)
    } else {
      let k := int.min(amount, bid.amount)
      let others := list.tail(book.bids)
      let bids := if k == bid.amount { others } else {
        list.cons(level(bid.price, bid.amount - k), others)
      }
      sell(traded(book, bid.price, k, bids, book.asks), price, amount - k)
    },
  }
}

fn rest_of_sell(book :: Book, price :: Int, amount :: Int) -> [io] Book {
  if amount == 0 { book } else {
    ({ bids: book.bids, asks: insert(book.asks, level(price, amount), 1, []),
      volume: book.volume, sum: book.sum })
  }
}

fn handle(book :: Book, order :: Order) -> [io] Book {
  match order {
    Buy(price, amount) => buy(book, price, amount),
    Sell(price, amount) => sell(book, price, amount),
    Cancel(price) => {
      let others := list.filter(book.bids, fn (l :: Level) -> Bool { l.price != price })
      ({ bids: others, asks: book.asks, volume: book.volume, sum: book.sum })
    },
  }
}

fn order(seed :: Int) -> [io] Order {
  let kind := seed / 64 % 10
  let price := 90 + seed / 640 % 21
  let amount := 1 + seed / 13440 % 9
  if kind == 0 { Cancel(price) } else {
    if kind < 6 { Buy(price - 1, amount) } else { Sell(price + 1, amount) }
  }
}

fn run(n :: Int, seed :: Int, book :: Book) -> [io] Book {
  if n == 0 { book } else {
    let next := (seed * 3877 + 29573) % 139968
    run(n - 1, next, handle(book, order(next)))
  }
}

fn main(n :: Int) -> [io] Int {
  let book := run(n, 42, { bids: [], asks: [], volume: 0, sum: 0 })
  (book.volume * 31 + book.sum) % 1000003
}
