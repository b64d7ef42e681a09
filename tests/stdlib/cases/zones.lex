import "std.datetime" as datetime

type Components = { year :: Int, month :: Int, day :: Int, hour :: Int, minute :: Int,
  second :: Int, nano :: Int, tz_offset_minutes :: Int }

fn at(moment :: Str, zone :: Tz) -> Result[Components, Str] {
  match datetime.parse_iso(moment) {
    Ok(instant) => datetime.to_components(instant, zone),
    Err(e) => Err(e),
  }
}

fn iana(moment :: Str, name :: Str) -> Result[Components, Str] { at(moment, Iana(name)) }

fn offset(moment :: Str, minutes :: Int) -> Result[Components, Str] {
  at(moment, Offset(minutes))
}

fn utc(moment :: Str) -> Result[Components, Str] { at(moment, Utc) }
