fn main() -> Int {
  let xs :: List<Int> := [1]
  1
}
