fn area(width :: Int, height :: Int) -> Int { width * height }
fn main() -> Int { area(width=2, height=3) }
