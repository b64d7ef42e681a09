# tries: to run a program that is not permitted, by its path
# stopped: process.run, at run time
# run: --allow-effects proc --allow-proc true FILE main '"/usr/bin/../bin/env"'
# exit: 0
# stdout: {"$variant":"Err","args":["process.run: `/usr/bin/../bin/env` not in --allow-proc [\"true\"]"]}

import "std.process" as process

type Run = { stdout :: Str, stderr :: Str, exit_code :: Int }

fn main(program :: Str) -> [proc] Result[Run, Str] { process.run(program, []) }
