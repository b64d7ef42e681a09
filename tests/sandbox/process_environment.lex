# tries: to read the environment by a child
# stopped: the environment of the child, which is small
# run: --allow-effects proc --allow-proc sh FILE main '"echo x$SECRET$AWS_SECRET_ACCESS_KEY"'
# env: AWS_SECRET_ACCESS_KEY=the secret of the box
# exit: 0
# stdout: {"$variant":"Ok","args":[{"exit_code":0,"stderr":"","stdout":"x\n"}]}

import "std.process" as process

type Run = { stdout :: Str, stderr :: Str, exit_code :: Int }

fn main(script :: Str) -> [proc] Result[Run, Str] { process.run("sh", ["-c", script]) }
