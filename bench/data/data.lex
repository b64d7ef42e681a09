# Large files: the functions that bench/data.py times.
import "std.csv" as csv
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.str" as str

type Totals = { rows :: Int, regions :: Int, largest :: Int, checksum :: Int }

fn read_only(path :: Str) -> [io] Int {
  match io.read(path) { Ok(text) => str.len(text), Err(e) => 0 - 1 }
}

fn parse_json(path :: Str) -> [io] Int {
  match io.read(path) {
    Err(e) => 0 - 1,
    Ok(text) => match json.parse(text) {
      Ok(document) => str.len(text),
      Err(e) => 0 - 2,
    },
  }
}

fn number(text :: Str) -> Int {
  match str.to_int(text) { Some(n) => n, None => 0 }
}

fn add(sums :: Map[Str, Int], row :: List[Str]) -> Map[Str, Int] {
  let rest := list.tail(row)
  match (list.head(rest), list.head(list.tail(rest))) {
    (Some(region), Some(amount)) => {
      let before := match map.get(sums, region) { Some(n) => n, None => 0 }
      map.set(sums, region, before + number(amount))
    },
    _ => sums,
  }
}

fn group_by(path :: Str) -> [io] Totals {
  match io.read(path) {
    Err(e) => { rows: 0, regions: 0, largest: 0, checksum: 0 },
    Ok(text) => match csv.parse(text) {
      Err(e) => { rows: 0, regions: 0, largest: 0, checksum: 0 },
      Ok(rows) => {
        let sums := list.fold(rows, map.new(), add)
        let values := map.values(sums)
        {
          rows: list.len(rows),
          regions: map.size(sums),
          largest: list.fold(values, 0, int.max),
          checksum: list.fold(values, 0, fn (a :: Int, b :: Int) -> Int { (a * 31 + b) % 1000003 })
        }
      },
    },
  }
}
