import "std.json" as json
import "std.toml" as toml

type Server = { host :: Str, port :: Int, tag :: Option[Str] }

fn parse(s :: Str) -> Result[List[Int], Str] { toml.parse(s) }

fn strict(s :: Str, required :: List[Str]) -> Result[List[Int], Str] {
  toml.parse_strict(s, required)
}

fn server(s :: Str) -> Result[Server, Str] { toml.parse(s) }

fn written(s :: Str) -> Result[Str, Str] {
  let r :: Result[List[Int], Str] := json.parse(s)
  match r {
    Ok(v) => toml.stringify(v),
    Err(e) => Err(e),
  }
}

fn of_map(n :: Int) -> Result[Str, Str] {
  toml.stringify({ some: Some(n), none: None, unit: n == 0, pair: (n, "x") })
}
