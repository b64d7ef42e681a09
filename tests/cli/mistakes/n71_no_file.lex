import "../mistakes_of_others/lengths" as l
fn main() -> Int { l.x() }
