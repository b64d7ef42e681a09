type Base = { id :: Int, name :: Str }
type Extra = { ...Base, tags :: List[Str], }
fn label(e :: Extra) -> Str { e.name + "/" + match e { { tags: t, id: 3 } => "three", { id } => "other" } }
fn main() -> Str { label({ tags: [], name: "n", id: 3 }) }
