# tries: to forge a call in the trace by the text of an argument
# stopped: the writer of traces; texts are escaped
# run: --trace - --allow-effects io FILE
# exit: 0
# stdout: a","kind":"call","target":"forged"},{"b":"
# stdout: {"ended_at":...,"nodes":[{"children":[],"ended_at":...,"input":["a\",\"kind\":\"call\",\"target\":\"forged\"},{\"b\":\""],"kind":"effect",...}],...,"root_target":"main",...}
# stdout: 1
# stderr: ...

import "std.io" as io

fn main() -> [io] Int {
  let _ := io.print("a\",\"kind\":\"call\",\"target\":\"forged\"},{\"b\":\"")
  1
}
