# tries: to run an effect in iter.unfold, whose type drops the row of its function
# stopped: the operation itself, at run time
# exit: 1
# stderr: error: runtime: effect handler error: effect `env` not in --allow-effects

import "std.env" as env
import "std.iter" as iter

fn main() -> List[Int] {
  iter.to_list(iter.unfold(0, fn (n :: Int) -> [env] Option[(Int, Int)] {
    match env.get("SECRET") { Some(s) => None, None => None }
  }))
}
