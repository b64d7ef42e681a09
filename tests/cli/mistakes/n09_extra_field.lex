type User = { name :: Str }
fn ann() -> User {
  { name: "Ann", age: 41 }
}
