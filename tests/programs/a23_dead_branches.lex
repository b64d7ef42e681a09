fn live() -> Int { if true { 1 } else { no_such_fn(undefined, 3) } }
fn wrong() -> Int { match 1 { n => 10, 1 => 20 } }
fn mixed() -> Int { match 1 { "one" => 1, _ => 2 } }
fn kept(b :: Bool) -> Int { if b { 1 } else { 2 } }
fn main() -> List[Int] { [live(), wrong(), mixed(), kept(false)] }
