fn main() -> Unit {
  print("hello")
}
