# tries: to get the remembered result of an equal number with other bits
# stopped: the memo compares Floats by their bits
# exit: 0
# stdout: [1,-1,1]

import "std.float" as float

fn sign(x :: Float) -> Int { if 1.0 / x > 0.0 { 1 } else { -1 } }

fn zero(x :: Float) -> Float { x * 0.0 }

fn main() -> List[Int] { [sign(zero(1.0)), sign(zero(-1.0)), sign(zero(1.0))] }
