fn name() -> String {
  "Ann"
}
