# Conway's game of life from a small pattern, n generations. The living cells are a set of
# numbers, the neighbours are counted in a map. The answer is a checksum of the cells.
# bench: n=800 small=60 warm=80
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set

# A cell is column + 1000 * row.
fn neighbours() -> List[Int] { [0 - 1001, 0 - 1000, 0 - 999, 0 - 1, 1, 999, 1000, 1001] }

fn counted(live :: Set[Int]) -> Map[Int, Int] {
  let around := neighbours()
  list.fold(set.to_list(live), map.new(),
    fn (counts :: Map[Int, Int], cell :: Int) -> Map[Int, Int] {
      list.fold(around, counts, fn (c :: Map[Int, Int], d :: Int) -> Map[Int, Int] {
        map.set(c, cell + d, option.unwrap_or(map.get(c, cell + d), 0) + 1)
      })
    })
}

fn generation(live :: Set[Int]) -> Set[Int] {
  map.fold(counted(live), set.new(),
    fn (next :: Set[Int], cell :: Int, count :: Int) -> Set[Int] {
      if count == 3 or (count == 2 and set.has(live, cell)) { set.add(next, cell) } else {
        next
      }
    })
}

fn run(live :: Set[Int], n :: Int) -> Set[Int] {
  if n == 0 { live } else { run(generation(live), n - 1) }
}

fn main(n :: Int) -> Int {
  let acorn := [500501, 501503, 502500, 502501, 502504, 502505, 502506]
  list.fold(set.to_list(run(set.from_list(acorn), n)), 0,
    fn (sum :: Int, cell :: Int) -> Int { (sum * 31 + cell) % 1000003 })
}
