import "./util" as u
type Shape = Sq(Int) | Unit2
type Id = { id :: Int }
fn area(s :: Shape) -> Int { match s { Sq(n) => helper(n), Unit2 => u.one() } }
fn helper(n :: Int) -> Int { n * n }
fn shadowed(helper :: Int) -> Int { helper + u.one() }
fn fnref() -> (Int) -> Int { helper }
