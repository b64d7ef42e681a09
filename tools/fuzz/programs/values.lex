# What programs do with values from outside, whatever they are.

import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.str" as str

fn same[T](x :: T) -> T { x }

fn twice[T](x :: T) -> (T, T) { (same(x), same(x)) }

fn equal[T](a :: T, b :: T) -> List[Bool] { [a == b, b == a, a == a, [a] == [b]] }

fn text[T](x :: T) -> Str { json.stringify(x) }

fn again(s :: Str) -> Str {
  match json.parse(s) { Ok(v) => json.stringify(v), Err(e) => e }
}

fn round_trip[T](x :: T) -> List[Str] { let s := text(x) [s, again(s), again(again(s))] }

fn as_list(xs :: List[Int]) -> Int { list.fold(xs, 0, fn (a :: Int, b :: Int) -> Int { a + b }) }

fn as_record(r :: { a :: Int, b :: Str }) -> Str { str.concat(r.b, json.stringify(r.a)) }

fn as_option(o :: Option[Int]) -> Int { match o { Some(n) => n + 1, None => 0 } }

fn as_key(s :: Str) -> List[Str] { map.keys(map.set(map.new(), s, 1)) }

# Lists of such values, so that one run tries many and compiled code sees them.

fn each_text[T](xs :: List[T]) -> List[Str] { list.map(xs, fn (x :: T) -> Str { text(x) }) }

fn each_round_trip[T](xs :: List[T]) -> List[List[Str]] {
  list.map(xs, fn (x :: T) -> List[Str] { round_trip(x) })
}

fn each_equal[T](xs :: List[T]) -> List[List[Bool]] {
  list.map(xs, fn (x :: T) -> List[Bool] {
    list.concat(equal(x, x), list.map(xs, fn (y :: T) -> Bool { x == y }))
  })
}

fn each_as_key(xs :: List[Str]) -> List[Str] {
  map.keys(list.fold(xs, map.new(), fn (m :: Map[Str, Int], x :: Str) -> Map[Str, Int] {
    map.set(m, x, 1)
  }))
}
