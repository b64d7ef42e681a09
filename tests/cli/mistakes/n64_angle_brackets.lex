fn first(xs :: List<Int>, other :: Int) -> Int { other }
