# Conway's Game of Life on an endless board. A generation is the set of living cells;
# a cell is one Int, because set members have to be Int or Str.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.set" as set
import "std.str" as str

type History = { seen :: Map[Str, Int], cells :: Set[Int], turn :: Int }

# Wide enough that the patterns below never meet the neighbouring row's end.
fn width() -> Int { 1000 }

fn cell(row :: Int, col :: Int) -> Int { row * width() + col }

fn neighbours(c :: Int) -> List[Int] {
  list.map([cell(-1, -1), cell(-1, 0), cell(-1, 1), cell(0, -1), cell(0, 1), cell(1, -1),
    cell(1, 0), cell(1, 1)], fn (step :: Int) -> Int { c + step })
}

# How many living neighbours each cell has; cells without any are absent.
fn crowd(cells :: Set[Int]) -> Map[Int, Int] {
  list.fold(set.to_list(cells), map.new(), fn (counts :: Map[Int, Int], c :: Int) -> Map[Int, Int] {
    list.fold(neighbours(c), counts, fn (m :: Map[Int, Int], n :: Int) -> Map[Int, Int] {
      map.set(m, n, option.unwrap_or(map.get(m, n), 0) + 1)
    })
  })
}

fn next(cells :: Set[Int]) -> Set[Int] {
  map.fold(crowd(cells), set.new(), fn (born :: Set[Int], c :: Int, n :: Int) -> Set[Int] {
    if n == 3 or n == 2 and set.has(cells, c) { set.add(born, c) } else { born }
  })
}

fn row_cells(row :: Int, text :: Str) -> List[Int] {
  let marked := list.filter(list.range(0, str.len(text)), fn (col :: Int) -> Bool {
    str.char_at(text, col) == "#"
  })
  list.map(marked, fn (col :: Int) -> Int { cell(row, col) })
}

# A drawing, placed away from the origin so that it has room to grow to all sides.
fn parsed(lines :: List[Str]) -> Set[Int] {
  list.fold(list.enumerate(lines), set.new(), fn (all :: Set[Int], line :: (Int, Str)) -> Set[Int] {
    match line {
      (row, text) => list.fold(row_cells(row + 500, "    " + text), all,
        fn (s :: Set[Int], c :: Int) -> Set[Int] { set.add(s, c) }),
    }
  })
}

fn drawn(cells :: Set[Int], height :: Int, columns :: Int) -> Str {
  str.join(list.map(list.range(500, 500 + height), fn (row :: Int) -> Str {
    str.join(list.map(list.range(4, 4 + columns), fn (col :: Int) -> Str {
      if set.has(cells, cell(row, col)) { "#" } else { "." }
    }), "")
  }), "\n")
}

fn key(cells :: Set[Int]) -> Str {
  str.join(list.map(set.to_list(cells), fn (c :: Int) -> Str { int.to_str(c) }), ",")
}

# Runs until a generation repeats or `limit` turns are over; the period of the
# repetition, if there is one.
fn period(h :: History, limit :: Int) -> Option[Int] {
  let now := key(h.cells)
  match map.get(h.seen, now) {
    Some(turn) => Some(h.turn - turn),
    None => if h.turn >= limit { None } else {
      period({ seen: map.set(h.seen, now, h.turn), cells: next(h.cells), turn: h.turn + 1 }, limit)
    },
  }
}

fn period_of(cells :: Set[Int]) -> Option[Int] {
  period({ seen: map.new(), cells: cells, turn: 0 }, 12)
}

fn generations(cells :: Set[Int], n :: Int) -> Set[Int] {
  if n == 0 { cells } else { generations(next(cells), n - 1) }
}

fn main() -> [io] List[Option[Int]] {
  let glider := parsed([".#.", "..#", "###"])
  io.print(drawn(glider, 4, 5))
  io.print("four generations later:")
  io.print(drawn(generations(glider, 4), 4, 5))
  let patterns := [parsed(["###"]), parsed(["##", "##"]), parsed([".###", "###."]), glider,
    parsed(["#"])]
  list.map(patterns, fn (cells :: Set[Int]) -> Option[Int] { period_of(cells) })
}
