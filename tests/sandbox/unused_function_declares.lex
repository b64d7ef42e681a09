# tries: to bring an effect along in a function that nobody calls
# stopped: static policy gate, which reads every function
# exit: 3
# stderr: error: `later` needs the effect [net], which is not granted...

fn later() -> [net] Int { 1 }

fn main() -> Int { 2 }
