# tries: to read the environment with other grants
# stopped: static policy gate
# run: --allow-effects io,time,random,proc FILE
# exit: 3
# stderr: error: `main` needs the effect [env], which is not granted...

import "std.env" as env

fn main() -> [env] Option[Str] { env.get("SECRET") }
