fn f(n :: Int) -> Int {
  let double := n * 2
}
