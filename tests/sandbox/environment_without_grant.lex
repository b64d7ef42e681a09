# tries: to read the environment with other grants
# stopped: static policy gate
# run: --allow-effects io,time,random,proc FILE
# exit: 3
# stderr: {"kind":"effect_not_allowed","detail":"effect `env` not in --allow-effects","effect":"env","at":"main"}

import "std.env" as env

fn main() -> [env] Option[Str] { env.get("SECRET") }
