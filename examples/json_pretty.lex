# A JSON pretty-printer: a recursive-descent parser into a variant type, and a
# printer that walks the tree. The text is cut into characters once, because
# str.char_at counts bytes and the input may hold any Unicode text.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.option" as option
import "std.str" as str

# Numbers and strings keep their source spelling: a printer must not change 1.50
# to 1.5 or "\u0041" to "A".
type Json =
  Null
  | Truth(Bool)
  | Number(Str)
  | Text(Str)
  | Items(List[Json])
  | Object(List[Member])

type Member = { key :: Str, value :: Json }
type Parsed = { value :: Json, rest :: List[Str] }
type Word = { text :: Str, rest :: List[Str] }

# The empty string stands for the end of the input; no character is empty.
fn peek(cs :: List[Str]) -> Str { option.unwrap_or(list.head(cs), "") }

fn skip_blank(cs :: List[Str]) -> List[Str] {
  match peek(cs) {
    " " => skip_blank(list.tail(cs)),
    "\n" => skip_blank(list.tail(cs)),
    "\t" => skip_blank(list.tail(cs)),
    _ => cs,
  }
}

fn unexpected(cs :: List[Str]) -> Str {
  match peek(cs) {
    "" => "unexpected end of input",
    c => f"unexpected {c} with {int.to_str(list.len(cs) - 1)} characters left",
  }
}

fn expect(cs :: List[Str], wanted :: Str) -> Result[List[Str], Str] {
  let here := skip_blank(cs)
  if peek(here) == wanted { Ok(list.tail(here)) } else { Err(unexpected(here)) }
}

# The characters of a string literal are collected backwards.
fn finish(backwards :: List[Str]) -> Str { str.join(list.reverse(backwards), "") }

fn quoted(cs :: List[Str], seen :: List[Str]) -> Result[Word, Str] {
  match peek(cs) {
    "" => Err("unterminated string"),
    "\"" => Ok({ text: finish(seen), rest: list.tail(cs) }),
    "\\" => {
      let after := list.tail(cs)
      quoted(list.tail(after), list.cons(peek(after), list.cons("\\", seen)))
    },
    c => quoted(list.tail(cs), list.cons(c, seen)),
  }
}

fn bare(cs :: List[Str], seen :: List[Str]) -> Word {
  let c := peek(cs)
  if str.contains("0123456789+-.eEtrufalsn", c) and not str.is_empty(c) {
    bare(list.tail(cs), list.cons(c, seen))
  } else {
    { text: finish(seen), rest: cs }
  }
}

fn classify(text :: Str) -> Result[Json, Str] {
  match text {
    "null" => Ok(Null),
    "true" => Ok(Truth(true)),
    "false" => Ok(Truth(false)),
    _ => match str.to_float(text) {
      Some(_) => Ok(Number(text)),
      None => Err(f"not a value: '{text}'"),
    },
  }
}

fn value(cs :: List[Str]) -> Result[Parsed, Str] {
  let here := skip_blank(cs)
  match peek(here) {
    "" => Err("unexpected end of input"),
    "\"" => {
      let word := quoted(list.tail(here), [])?
      Ok({ value: Text(word.text), rest: word.rest })
    },
    "[" => {
      let inside := skip_blank(list.tail(here))
      if peek(inside) == "]" {
        Ok({ value: Items([]), rest: list.tail(inside) })
      } else { items(inside, []) }
    },
    "{" => {
      let inside := skip_blank(list.tail(here))
      if peek(inside) == "}" {
        Ok({ value: Object([]), rest: list.tail(inside) })
      } else { members(inside, []) }
    },
    _ => {
      let word := bare(here, [])
      Ok({ value: classify(word.text)?, rest: word.rest })
    },
  }
}

fn items(cs :: List[Str], seen :: List[Json]) -> Result[Parsed, Str] {
  let item := value(cs)?
  let all := list.cons(item.value, seen)
  let here := skip_blank(item.rest)
  match peek(here) {
    "," => items(list.tail(here), all),
    "]" => Ok({ value: Items(list.reverse(all)), rest: list.tail(here) }),
    _ => Err(unexpected(here)),
  }
}

fn members(cs :: List[Str], seen :: List[Member]) -> Result[Parsed, Str] {
  let key := quoted(expect(cs, "\"")?, [])?
  let item := value(expect(key.rest, ":")?)?
  let all := list.cons({ key: key.text, value: item.value }, seen)
  let here := skip_blank(item.rest)
  match peek(here) {
    "," => members(list.tail(here), all),
    "}" => Ok({ value: Object(list.reverse(all)), rest: list.tail(here) }),
    _ => Err(unexpected(here)),
  }
}

fn document(text :: Str) -> Result[Json, Str] {
  let parsed := value(str.split(text, ""))?
  let left := skip_blank(parsed.rest)
  if list.is_empty(left) { Ok(parsed.value) } else { Err(unexpected(left)) }
}

fn bracketed(open :: Str, parts :: List[Str], close :: Str, indent :: Str) -> Str {
  if list.is_empty(parts) {
    open + close
  } else {
    let inner := indent + "  "
    open + "\n" + inner + str.join(parts, ",\n" + inner) + "\n" + indent + close
  }
}

fn pretty(json :: Json, indent :: Str) -> Str {
  let inner := indent + "  "
  match json {
    Null => "null",
    Truth(b) => if b { "true" } else { "false" },
    Number(text) => text,
    Text(text) => "\"" + text + "\"",
    Items(xs) => {
      let parts := list.map(xs, fn (x :: Json) -> Str { pretty(x, inner) })
      bracketed("[", parts, "]", indent)
    },
    Object(ms) => {
      let parts := list.map(ms, fn (m :: Member) -> Str {
        "\"" + m.key + "\": " + pretty(m.value, inner)
      })
      bracketed("{", parts, "}", indent)
    },
  }
}

fn depth(json :: Json) -> Int {
  let deeper := fn (most :: Int, x :: Json) -> Int { int.max(most, depth(x)) }
  match json {
    Items(xs) => 1 + list.fold(xs, 0, deeper),
    Object(ms) => 1 + list.fold(ms, 0, fn (most :: Int, m :: Member) -> Int {
      deeper(most, m.value)
    }),
    _ => 0,
  }
}

fn report(text :: Str) -> [io] Int {
  match document(text) {
    Ok(json) => {
      io.print(pretty(json, ""))
      depth(json)
    },
    Err(message) => {
      io.print("error: " + message)
      0 - 1
    },
  }
}

fn main() -> [io] List[Int] {
  let order := "{\"id\": 7, \"customer\": {\"name\": \"Zoë \\\"Z\\\" Ünal\", \"vip\": true},
    \"lines\": [{\"sku\": \"a-1\", \"price\": 1.50, \"tags\": []}, {\"sku\": \"b-2\",
    \"price\": -3e2, \"tags\": [\"new\", \"€\"]}], \"note\": null, \"meta\": {}}"
  let texts := [order, "[1, [2, [3, [4]]], false]", "  \"just text\"  ", "[1, 2", "{\"a\" 1}",
    "[1, nil]", "true false"]
  list.map(texts, fn (text :: Str) -> [io] Int { report(text) })
}
