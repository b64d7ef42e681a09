fn tax(net :: Float) -> Float {
  net * 2
}
