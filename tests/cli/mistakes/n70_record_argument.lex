fn x(p :: { x :: Int }) -> Int { p.x }
fn main() -> Int { x({ x = 1 }) }
