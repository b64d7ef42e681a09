type Item = { name :: Str, price :: Int }
fn items() -> List[Item] {
  [{ name: "pen", price: 1.5 }]
}
