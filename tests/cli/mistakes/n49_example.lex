fn twice(n :: Int) -> Int
examples {
  twice(1) => 2,
  twice(4) => 9
}
{ n * 2 }
