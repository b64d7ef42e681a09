# tries: to fill a map with keys that fall into the same place of a hash table
# stopped: keys are mixed with random numbers of the process; the work stays linear
# run: --max-steps 0 FILE
# exit: 0
# stdout: 60000

import "std.map" as map

fn fill(n :: Int, key :: Int, m :: Map[Int, Int]) -> Int {
  if n == 0 { map.size(m) } else { fill(n - 1, key + 17592186044416, map.set(m, key, n)) }
}

fn main() -> Int { fill(60000, 0, map.new()) }
