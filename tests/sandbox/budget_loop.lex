# tries: to spend more than was declared by calling again and again
# stopped: the call protocol, at run time, in compiled code too
# run: --allow-effects budget --budget 1000 FILE
# exit: 1
# stderr: error: runtime: effect handler error: budget exceeded: requested 10, used so far 1000, ceiling 1000

fn spend(n :: Int) -> [budget(10)] Int { n + 1 }

fn loop(n :: Int) -> [budget(10)] Int { if n > 100000 { n } else { loop(spend(n)) } }

fn main() -> [budget(10)] Int { loop(0) }
