# tries: to make the sum of declared costs overflow
# stopped: static policy gate; the sum stops at the largest Int
# run: --allow-effects budget --budget 100 FILE
# exit: 3
# stderr: error: declared budget 9223372036854775807 exceeds ceiling 100

fn a() -> [budget(9223372036854775807)] Int { 1 }

fn b() -> [budget(9223372036854775807)] Int { 2 }

fn c() -> [budget(3)] Int { 3 }

fn main() -> Int { 4 }
