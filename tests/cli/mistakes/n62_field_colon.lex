type Point = { x: Int, y: Int }
fn f(p :: Point) -> Int { p.x }
