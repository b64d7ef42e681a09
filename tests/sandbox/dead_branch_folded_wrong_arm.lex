# tries: to make the folding of branches drop the wrong arm
# stopped: type checker; a variable pattern before the literal is not folded past
# exit: 2
# stderr: error: `io.print` needs the effect [io], which `main` does not declare...

import "std.io" as io

fn main() -> Int {
  match 5 {
    n => { let _ := io.print("out") n },
    5 => 2,
  }
}
