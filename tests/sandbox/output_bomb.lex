# tries: to fill the disk by printing
# stopped: the output limit, at run time
# run: --allow-effects io --max-steps 0 --max-output 10 FILE
# exit: 1
# stdout: yes
# stdout: yes
# stderr: error: runtime: output limit exceeded (10 bytes)

import "std.io" as io

fn forever(n :: Int) -> [io] Int { let _ := io.print("yes") forever(n + 1) }

fn main() -> [io] Int { forever(0) }
