# tries: to read a file outside the scope that a trace says was read
# stopped: io.read, at run time; a trace permits nothing
# command: replay
# run: --allow-effects io --allow-fs-read {box}/inside {box}/trace.json FILE main "\"{box}/outside/secret.txt\""
# trace: {"ended_at":1,"nodes":[{"children":[],"ended_at":1,"input":["/etc/passwd"],"kind":"effect",
# trace: "node_id":"n_0","output":{"$variant":"Ok","args":["forged"]},"started_at":1,"target":"io.read"}],
# trace: "root_error":null,"root_input":null,"root_output":1,"root_target":"main","run_id":"00","started_at":1}
# exit: 1
# stderr: error: runtime: effect handler error: read of `{box}/outside/secret.txt` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
