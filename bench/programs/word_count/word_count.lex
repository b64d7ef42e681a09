# Counts n words, drawn by a small generator from 5000, in a map; the answer is a
# checksum of the counts in the order of the words.
# bench: n=1000000 small=3000 warm=80000
import "std.int" as int
import "std.map" as map
import "std.option" as option
import "std.str" as str

fn tally(n :: Int, seed :: Int, counts :: Map[Str, Int]) -> Map[Str, Int] {
  if n == 0 { counts } else {
    let next := (seed * 3877 + 29573) % 139968
    let word := "w" + int.to_str(next % 5000)
    let count := option.unwrap_or(map.get(counts, word), 0)
    tally(n - 1, next, map.set(counts, word, count + 1))
  }
}

fn main(n :: Int) -> Int {
  map.fold(tally(n, 42, map.new()), 0, fn (acc :: Int, word :: Str, count :: Int) -> Int {
    (acc * 31 + str.len(word) + count) % 1000003
  })
}
