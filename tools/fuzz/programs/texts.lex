# What the standard library makes of texts that nobody has checked.  Each function
# takes the path of a file with many texts, so that compiled code sees them, too.

import "std.bytes" as bytes
import "std.csv" as csv
import "std.datetime" as datetime
import "std.decimal" as decimal
import "std.dotenv" as dotenv
import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.regex" as regex
import "std.str" as str
import "std.toml" as toml

fn each(path :: Str, f :: (Str) -> Str) -> [io] List[Str] {
  match io.read(path) { Ok(all) => list.map(str.split(all, "§"), f), Err(e) => [e] }
}

fn one_json(s :: Str) -> Str {
  match json.parse(s) { Ok(v) => json.stringify(v), Err(e) => str.concat("error: ", e) }
}

fn json_texts(path :: Str) -> [io] List[Str] { each(path, one_json) }

fn one_toml(s :: Str) -> Str {
  match toml.parse(s) { Ok(v) => json.stringify(v), Err(e) => str.concat("error: ", e) }
}

fn toml_texts(path :: Str) -> [io] List[Str] { each(path, one_toml) }

fn one_csv(s :: Str) -> Str {
  match csv.parse(s) {
    Ok(rows) => match csv.stringify(rows) {
      Ok(again) => json.stringify((rows, again)),
      Err(e) => str.concat("error: ", e),
    },
    Err(e) => str.concat("error: ", e),
  }
}

fn csv_texts(path :: Str) -> [io] List[Str] { each(path, one_csv) }

fn one_dotenv(s :: Str) -> Str {
  match dotenv.parse(s) { Ok(m) => json.stringify(m), Err(e) => str.concat("error: ", e) }
}

fn dotenv_texts(path :: Str) -> [io] List[Str] { each(path, one_dotenv) }

# The text is a pattern; it is tried on itself and on a sample.
fn one_regex(s :: Str) -> Str {
  match regex.compile(s) {
    Ok(r) => {
      let sample := "aAbB 0123-_x\ny\tzz é€ (a+b)*[c] 2024-01-02T03:04:05Z"
      json.stringify((regex.find_all(r, sample), regex.find(r, s), regex.split(r, sample),
                      regex.replace_all(r, sample, "<$0$1${x}>"), regex.is_match(r, s)))
    },
    Err(e) => str.concat("error: ", e),
  }
}

fn regex_texts(path :: Str) -> [io] List[Str] { each(path, one_regex) }

fn one_datetime(s :: Str) -> Str {
  match datetime.parse_iso(s) {
    Ok(i) => str.concat(datetime.format_iso(i), datetime.format(i, s)),
    Err(e) => match datetime.parse(s, "%Y-%m-%d %H:%M:%S%.f %z") {
      Ok(i) => datetime.format_iso(i),
      Err(e2) => match datetime.parse_iso("2024-02-29T23:59:60.5+01:00") {
        Ok(i) => match datetime.parse(datetime.format(i, s), s) {
          Ok(again) => datetime.format_iso(again),
          Err(e3) => f"{datetime.format(i, s)} {e3}",
        },
        Err(e4) => e,
      },
    },
  }
}

fn datetime_texts(path :: Str) -> [io] List[Str] { each(path, one_datetime) }

fn number_of(s :: Str) -> Int { match str.to_int(s) { Some(n) => n, None => str.len(s) } }

# Two numbers: a coefficient and an exponent.
fn one_decimal(s :: Str) -> Str {
  let parts := str.split(s, ",")
  let coefficient := match list.head(parts) { Some(p) => number_of(p), None => 7 }
  let exponent := match list.head(list.tail(parts)) { Some(p) => number_of(p), None => -3 }
  let d := decimal.decimal(coefficient, exponent)
  let sum := decimal.normalize(d)
  json.stringify((decimal.to_str(d), sum, decimal.negate(d), decimal.compare(d, sum)))
}

fn decimal_texts(path :: Str) -> [io] List[Str] { each(path, one_decimal) }

fn rounded(s :: Str) -> Str {
  let n := number_of(s)
  let d := decimal.decimal(n, -(n % 40))
  json.stringify((decimal.mul(d, d), decimal.add(d, decimal.one()),
                  decimal.round_to(d, n % 20, "half_even")))
}

fn decimal_rounding(path :: Str) -> [io] List[Str] { each(path, rounded) }

fn one_str(s :: Str) -> Str {
  let n := number_of(s) % 100
  let raw := bytes.from_str(s)
  let part := match bytes.to_str(bytes.slice(raw, 0, bytes.len(raw) / 2)) { Ok(t) => t, Err(e) => e }
  json.stringify((str.to_upper(s), str.to_lower(s), str.trim(s), str.split(s, "a"),
                  str.replace(s, part, "<>"), str.to_float(s), str.to_int(s), str.slice(s, 0, n),
                  str.char_at(s, n), str.contains(s, part), str.cmp(s, part)))
}

fn str_texts(path :: Str) -> [io] List[Str] { each(path, one_str) }
