import "std.json" as json
import "std.yaml" as yaml

type Server = { host :: Str, port :: Int, tag :: Option[Str] }

fn parse(s :: Str) -> Result[List[Int], Str] { yaml.parse(s) }

fn strict(s :: Str, required :: List[Str]) -> Result[List[Int], Str] {
  yaml.parse_strict(s, required)
}

fn server(s :: Str) -> Result[Server, Str] { yaml.parse(s) }

fn written(s :: Str) -> Result[Str, Str] {
  let r :: Result[List[Int], Str] := json.parse(s)
  match r {
    Ok(v) => yaml.stringify(v),
    Err(e) => Err(e),
  }
}

fn of_map(n :: Int) -> Result[Str, Str] {
  yaml.stringify({ some: Some(n), none: None, unit: n == 0, pair: (n, "x") })
}
