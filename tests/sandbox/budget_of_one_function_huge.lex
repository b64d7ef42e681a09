# tries: to make the cost of one function overflow
# stopped: static policy gate; the sum stops at the largest Int
# run: --allow-effects budget --budget 100 FILE
# exit: 3
# stderr: error: declared budget 9223372036854775807 exceeds ceiling 100

fn a() -> [budget(9223372036854775807), budget(2), budget(1)] Int { 1 }

fn main() -> Int { 4 }
