# tries: to send commands to the terminal of who looks at a trace, or to forge lines
# stopped: lexvm trace; what it prints is escaped
# command: trace
# run: {box}/trace.json
# trace: {"ended_at":1,"nodes":[{"children":[],"ended_at":1,"input":[],"kind":"call","node_id":"n_0","output":1,
# trace: "started_at":1,"target":"\u001b[2Jcleared\nforged"}],"root_error":null,"root_input":null,
# trace: "root_output":1,"root_target":"main","run_id":"00","started_at":1}
# exit: 0
# stdout: {
# stdout: ..."target": "\u001b[2Jcleared\nforged"...
# stdout: }

fn main() -> Int { 1 }
