# Group-by over comma-separated text: parse rows, skip bad ones with a reason,
# collect figures per region in a sorted map, print an aligned table.
import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str
import "std.tuple" as tuple

type Sale = { region :: Str, product :: Str, units :: Int, price :: Float }
type Group = { rows :: Int, units :: Int, revenue :: Float, best :: Str, most :: Float }
type Table = { groups :: Map[Str, Group], rejected :: List[Str] }

fn source() -> Str {
  "region,product,units,price
north,apples,120,0.25
south,pears,80,0.5
north,plums,40,1.75

east,apples,ten,0.25
south,apples,200,0.2
west,figs,12,3.125
north,pears,60,0.5
west,dates,9
 south , plums , 16 , 1.5
east,figs,4,3.5"
}

fn fields(line :: Str) -> List[Str] {
  list.map(str.split(line, ","), fn (f :: Str) -> Str { str.trim(f) })
}

# A list has no indexing; a row is taken apart from the front.
fn nth(xs :: List[Str], n :: Int) -> Str {
  if n == 0 { option.unwrap_or(list.head(xs), "") } else { nth(list.tail(xs), n - 1) }
}

fn sale(line :: Str) -> Result[Sale, Str] {
  let row := fields(line)
  if list.len(row) != 4 {
    Err("expected 4 fields, got " + int.to_str(list.len(row)))
  } else {
    let units := option.ok_or(str.to_int(nth(row, 2)), "bad units: " + nth(row, 2))?
    let price := option.ok_or(str.to_float(nth(row, 3)), "bad price: " + nth(row, 3))?
    Ok({ region: nth(row, 0), product: nth(row, 1), units: units, price: price })
  }
}

fn grown(g :: Group, s :: Sale) -> Group {
  let revenue := int.to_float(s.units) * s.price
  let better := revenue > g.most
  {
    rows: g.rows + 1,
    units: g.units + s.units,
    revenue: g.revenue + revenue,
    best: if better { s.product } else { g.best },
    most: if better { revenue } else { g.most },
  }
}

fn collect(t :: Table, numbered :: (Int, Str)) -> Table {
  match numbered {
    (line, text) => match sale(text) {
      Ok(s) => {
        let empty :: Group := { rows: 0, units: 0, revenue: 0.0, best: "", most: 0.0 }
        let old := option.unwrap_or(map.get(t.groups, s.region), empty)
        let groups := map.set(t.groups, s.region, grown(old, s))
        { groups: groups, rejected: t.rejected }
      },
      Err(why) => {
        let reason := "line " + int.to_str(line) + ": " + why
        { groups: t.groups, rejected: list.cons(reason, t.rejected) }
      },
    },
  }
}

fn pad(text :: Str, width :: Int) -> Str {
  if str.len(text) >= width { text } else { pad(text + " ", width) }
}

fn padded_left(text :: Str, width :: Int) -> Str {
  if str.len(text) >= width { text } else { padded_left(" " + text, width) }
}

fn table_row(region :: Str, rows :: Str, units :: Str, revenue :: Str, best :: Str) -> Str {
  let figures := padded_left(rows, 4) + padded_left(units, 7) + padded_left(revenue, 9)
  pad(region, 8) + figures + "  " + best
}

fn print_all(lines :: List[Str]) -> [io] Unit {
  list.fold(lines, (), fn (_ :: Unit, line :: Str) -> [io] Unit { io.print(line) })
}

fn main() -> [io] (Float, Int) {
  # Numbered before the header and blank lines go, so that messages match the text.
  let numbered := list.map(list.enumerate(str.split(source(), "\n")),
    fn (p :: (Int, Str)) -> (Int, Str) { (tuple.fst(p) + 1, tuple.snd(p)) })
  let rows := list.filter(list.tail(numbered), fn (p :: (Int, Str)) -> Bool {
    not str.is_empty(str.trim(tuple.snd(p)))
  })
  let start :: Table := { groups: map.new(), rejected: [] }
  let table := list.fold(rows, start, fn (t :: Table, p :: (Int, Str)) -> Table {
    collect(t, p)
  })

  # Descending by revenue: sort_by is ascending only, hence the negated key.
  let ranked := list.sort_by(map.entries(table.groups), fn (e :: (Str, Group)) -> Float {
    match e { (_, g) => 0.0 - g.revenue }
  })
  io.print(table_row("region", "rows", "units", "revenue", "best"))
  print_all(list.map(ranked, fn (e :: (Str, Group)) -> Str {
    match e {
      (region, g) => table_row(region, int.to_str(g.rows), int.to_str(g.units),
        float.to_str(g.revenue), g.best),
    }
  }))
  print_all(list.reverse(table.rejected))
  let total := list.fold(map.values(table.groups), 0.0, fn (sum :: Float, g :: Group) -> Float {
    sum + g.revenue
  })
  (total, list.len(table.rejected))
}
