# tries: to have inherited variables choose what a child runs
# stopped: the environment of the child, which is small
# run: --allow-effects proc --allow-proc sh FILE main '"echo x$BASH_ENV$ENV$LD_LIBRARY_PATH$PYTHONPATH$PERL5OPT$NODE_OPTIONS"'
# env: BASH_ENV=/nonono
# env: ENV=/nonono
# env: LD_LIBRARY_PATH=/nonono
# env: PYTHONPATH=/nonono
# env: PERL5OPT=-Mnonono
# env: NODE_OPTIONS=--nonono
# exit: 0
# stdout: {"$variant":"Ok","args":[{"exit_code":0,"stderr":"","stdout":"x\n"}]}

import "std.process" as process

type Run = { stdout :: Str, stderr :: Str, exit_code :: Int }

fn main(script :: Str) -> [proc] Result[Run, Str] { process.run("sh", ["-c", script]) }
