fn shout(text :: Strng) -> Str {
  text + "!"
}
