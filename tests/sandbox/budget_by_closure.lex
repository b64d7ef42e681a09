# tries: to spend budget without being charged, by a closure
# stopped: the call protocol, at run time
# run: --allow-effects budget --budget 35 FILE
# exit: 1
# stderr: error: runtime: effect handler error: budget exceeded: requested 10, used so far 30, ceiling 35

fn spend(n :: Int) -> [budget(10)] Int { n + 1 }

fn main() -> [budget(10)] Int {
  let f := spend
  f(f(f(f(1))))
}
