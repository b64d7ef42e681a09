# A record with a list of records becomes JSON text and a record again, n times.
# Lua, OCaml and C have no JSON in their libraries.
# bench: n=50000 small=4000 warm=2000
import "std.int" as int
import "std.json" as json
import "std.list" as list
import "std.str" as str

type Item = { id :: Int, name :: Str, price :: Float, tags :: List[Str] }
type Basket = { owner :: Str, items :: List[Item], paid :: Bool }

fn item(i :: Int) -> Item {
  { id: i, name: "item " + int.to_str(i), price: int.to_float(i) / 4.0,
    tags: ["red", "a \"quoted\" tag"] }
}

fn basket(n :: Int) -> Basket {
  { owner: "customer " + int.to_str(n),
    items: list.map(list.range(n, n + 10), fn (i :: Int) -> Item { item(i) }),
    paid: n % 2 == 0 }
}

fn back(text :: Str) -> Result[Basket, Str] { json.parse(text) }

fn round(n :: Int) -> Int {
  let text := json.stringify(basket(n))
  match back(text) {
    Ok(b) => list.fold(b.items, str.len(text), fn (sum :: Int, i :: Item) -> Int {
      sum + i.id + list.len(i.tags) + str.len(i.name)
    }),
    Err(e) => 0,
  }
}

fn repeat(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { repeat(n - 1, (sum * 31 + round(n)) % 1000003) }
}

fn main(n :: Int) -> Int { repeat(n, 0) }
