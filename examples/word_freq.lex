# Word frequencies of a text: normalise, count in a map, rank, and draw a bar chart.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str
import "std.tuple" as tuple

type Ranked = { word :: Str, count :: Int }

fn text() -> Str {
  "The river knows the way to the sea. It does not ask the stones, and the stones
do not ask the river; but where the river has been, the stones are round.
A traveller asked the river: \"What is the way?\" -- \"The way,\" said the river, \"is
the way the water went.\" The traveller sat on a stone and looked at the water,
and the water went on."
}

fn stop_words() -> Set[Str] {
  set.from_list(["the", "a", "and", "is", "it", "to", "at", "on", "not", "do", "does", "but"])
}

# Every mark becomes a blank, so that one split on blanks finds all words; the
# empty pieces between two blanks are dropped afterwards.
fn blanked(s :: Str) -> Str {
  list.fold([".", ",", ";", ":", "?", "\"", "-", "\n"], s, fn (t :: Str, mark :: Str) -> Str {
    str.replace(t, mark, " ")
  })
}

fn words(s :: Str) -> List[Str] {
  s |> blanked |> str.to_lower |> str.split(" ") |> list.filter(fn (w :: Str) -> Bool {
    not str.is_empty(w)
  })
}

fn tally(ws :: List[Str]) -> Map[Str, Int] {
  list.fold(ws, map.new(), fn (m :: Map[Str, Int], w :: Str) -> Map[Str, Int] {
    map.set(m, w, option.unwrap_or(map.get(m, w), 0) + 1)
  })
}

# Most frequent first. The map yields the words in alphabetical order and sort_by
# is stable, so equal counts stay alphabetical.
fn ranking(counts :: Map[Str, Int]) -> List[Ranked] {
  let pairs := list.sort_by(map.entries(counts), fn (p :: (Str, Int)) -> Int {
    0 - tuple.snd(p)
  })
  list.map(pairs, fn (p :: (Str, Int)) -> Ranked {
    ({ word: tuple.fst(p), count: tuple.snd(p) })
  })
}

fn take(rs :: List[Ranked], n :: Int) -> List[Ranked] {
  match list.head(rs) {
    None => [],
    Some(r) => if n == 0 { [] } else { list.cons(r, take(list.tail(rs), n - 1)) },
  }
}

fn repeated(s :: Str, n :: Int) -> Str { if n <= 0 { "" } else { s + repeated(s, n - 1) } }

fn bar(r :: Ranked, width :: Int) -> Str {
  let gap := repeated(" ", width - str.len(r.word))
  f"{r.word}{gap} {repeated(\"#\", r.count)} {int.to_str(r.count)}"
}

fn chart(rs :: List[Ranked]) -> Str {
  let width := list.fold(rs, 0, fn (most :: Int, r :: Ranked) -> Int {
    int.max(most, str.len(r.word))
  })
  str.join(list.map(rs, fn (r :: Ranked) -> Str { bar(r, width) }), "\n")
}

# How many different words have each length.
fn lengths(counts :: Map[Str, Int]) -> Map[Int, Int] {
  map.fold(counts, map.new(), fn (m :: Map[Int, Int], w :: Str, _ :: Int) -> Map[Int, Int] {
    let n := str.len(w)
    map.set(m, n, option.unwrap_or(map.get(m, n), 0) + 1)
  })
}

fn main() -> [io] { words :: Int, distinct :: Int, once :: Set[Str], lengths :: Map[Int, Int] } {
  let all := words(text())
  let counts := tally(all)
  let ignored := stop_words()
  let ranked := list.filter(ranking(counts), fn (r :: Ranked) -> Bool {
    not set.has(ignored, r.word)
  })
  io.print(chart(take(ranked, 6)))
  let rare := list.filter(ranked, fn (r :: Ranked) -> Bool { r.count == 1 })
  {
    words: list.len(all),
    distinct: map.size(counts),
    once: set.from_list(list.map(rare, fn (r :: Ranked) -> Str { r.word })),
    lengths: lengths(counts),
  }
}
