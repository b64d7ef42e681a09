type Point = { x :: Int, y :: Int }
fn norm(p :: Point) -> Int { p.x * p.x + p.y * p.y }
