# tries: to bring an effect along in a function that nobody calls
# stopped: static policy gate, which reads every function
# exit: 3
# stderr: {"kind":"effect_not_allowed","detail":"effect `net` not in --allow-effects","effect":"net","at":"later"}

fn later() -> [net] Int { 1 }

fn main() -> Int { 2 }
