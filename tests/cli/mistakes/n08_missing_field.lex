type User = { name :: Str, email :: Str }
fn ann() -> User {
  { name: "Ann" }
}
