# tries: to have an effect performed by a trace that says that it was permitted
# stopped: static policy gate; replay asks the policy like run
# command: replay
# run: {box}/trace.json FILE
# trace: {"ended_at":1,"nodes":[{"children":[],"ended_at":1,"input":["x"],"kind":"effect","node_id":"n_0.1",
# trace: "output":null,"started_at":1,"target":"io.print"}],"root_error":null,"root_input":null,
# trace: "root_output":1,"root_target":"main","run_id":"00","started_at":1}
# exit: 3
# stderr: error: `main` needs the effect [io], which is not granted...

import "std.io" as io

fn main() -> [io] Int {
  let _ := io.print("x")
  1
}
