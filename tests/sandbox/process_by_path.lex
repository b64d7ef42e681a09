# tries: to run another program with the name of a permitted one
# stopped: process.run; a path is not the name that is permitted, at run time
# run: --allow-effects proc --allow-proc env FILE main '"{box}/inside/env"'
# exit: 0
# stdout: {"$variant":"Err","args":["process.run: `{box}/inside/env` not in --allow-proc [\"env\"]"]}

import "std.process" as process

type Run = { stdout :: Str, stderr :: Str, exit_code :: Int }

fn main(program :: Str) -> [proc] Result[Run, Str] { process.run(program, []) }
