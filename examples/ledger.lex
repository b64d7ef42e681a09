# A bank ledger. The money-moving functions state their preconditions as
# refinements, so that a caller that forgets to check is stopped at the call; the
# journal processor checks first and turns bad entries into messages.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str

type Entry =
  Open(Str)
  | Deposit({ account :: Str, cents :: Int })
  | Withdraw({ account :: Str, cents :: Int })
  | Transfer({ from :: Str, to :: Str, cents :: Int })
  | Interest(Int)

type Book = { accounts :: Map[Str, Int], refused :: List[Str], moved :: Int }

fn credit(balance :: Int, cents :: Int{c | c > 0 and c <= 100000000}) -> Int {
  balance + cents
}

# A refinement sees its own argument only, so the comparison with the balance
# is expressed as one on what would be left.
fn debit(balance :: Int, cents :: Int{c | c > 0}, left :: Int{l | l >= 0}) -> Int {
  if balance - cents == left { left } else { balance }
}

# Basis points on a balance, rounded down to the cent; truncating division
# rounds down because balances are never negative.
fn interest(balance :: Int{b | b >= 0}, points :: Int{p | p >= 0 and p <= 10000}) -> Int {
  balance * points / 10000
}

fn two_digits(n :: Int) -> Str {
  if n < 10 { "0" + int.to_str(n) } else { int.to_str(n) }
}

fn money(cents :: Int) -> Str {
  int.to_str(cents / 100) + "." + two_digits(cents % 100)
}

fn balance_of(book :: Book, account :: Str) -> Result[Int, Str] {
  option.ok_or(map.get(book.accounts, account), f"no account {account}")
}

fn positive(cents :: Int) -> Result[Int, Str] {
  if cents > 0 { Ok(cents) } else { Err("amount must be positive: " + int.to_str(cents)) }
}

fn with_balance(book :: Book, account :: Str, balance :: Int, moved :: Int) -> Book {
  { accounts: map.set(book.accounts, account, balance), refused: book.refused,
    moved: book.moved + moved }
}

fn paid_in(book :: Book, account :: Str, cents :: Int) -> Result[Book, Str] {
  let amount := positive(cents)?
  let before := balance_of(book, account)?
  Ok(with_balance(book, account, credit(before, amount), amount))
}

fn paid_out(book :: Book, account :: Str, cents :: Int) -> Result[Book, Str] {
  let amount := positive(cents)?
  let before := balance_of(book, account)?
  let left := before - amount
  if left < 0 {
    Err(f"{account} lacks {money(0 - left)} for {money(amount)}")
  } else {
    Ok(with_balance(book, account, debit(before, amount, left), amount))
  }
}

fn accrue(book :: Book, points :: Int) -> Book {
  map.fold(book.accounts, book, fn (b :: Book, account :: Str, balance :: Int) -> Book {
    let gain := interest(balance, points)
    with_balance(b, account, balance + gain, gain)
  })
}

fn apply(book :: Book, entry :: Entry) -> Result[Book, Str] {
  match entry {
    Open(account) => if map.has(book.accounts, account) {
      Err(f"{account} is open already")
    } else {
      Ok(with_balance(book, account, 0, 0))
    },
    Deposit({ account, cents }) => paid_in(book, account, cents),
    Withdraw({ account, cents }) => paid_out(book, account, cents),
    # Both halves happen or none: the book is a value, a failed one is dropped.
    Transfer({ from, to, cents }) => result.and_then(paid_out(book, from, cents),
      fn (b :: Book) -> Result[Book, Str] { paid_in(b, to, cents) }),
    Interest(points) => Ok(accrue(book, points)),
  }
}

fn post(book :: Book, entry :: Entry) -> Book {
  match apply(book, entry) {
    Ok(changed) => changed,
    Err(why) => ({ accounts: book.accounts, refused: list.cons(why, book.refused),
      moved: book.moved }),
  }
}

fn statement(book :: Book) -> [io] Unit {
  map.fold(book.accounts, (), fn (_ :: Unit, account :: Str, balance :: Int) -> [io] Unit {
    io.print(f"{account}: {money(balance)}")
  })
  list.fold(list.reverse(book.refused), (), fn (_ :: Unit, why :: Str) -> [io] Unit {
    io.print(f"refused: {why}")
  })
}

fn main() -> [io] { accounts :: Int, moved :: Str, refused :: Int } {
  let empty :: Book := { accounts: map.new(), refused: [], moved: 0 }
  let journal := [
    Open("alice"), Open("bob"), Open("carol"), Open("bob"),
    Deposit({ account: "alice", cents: 120000 }), Deposit({ account: "bob", cents: 5005 }),
    Deposit({ account: "dave", cents: 1 }), Deposit({ account: "bob", cents: 0 }),
    Withdraw({ account: "alice", cents: 19999 }), Withdraw({ account: "bob", cents: 6000 }),
    Transfer({ from: "alice", to: "carol", cents: 40001 }),
    Transfer({ from: "alice", to: "nobody", cents: 100 }),
    Interest(125), Withdraw({ account: "carol", cents: 501 }),
  ]
  let book := list.fold(journal, empty, fn (b :: Book, e :: Entry) -> Book { post(b, e) })
  statement(book)
  { accounts: map.size(book.accounts), moved: money(book.moved), refused: list.len(book.refused) }
}
