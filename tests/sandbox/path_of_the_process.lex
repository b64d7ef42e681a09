# tries: to leave the scope by the root link of the process
# stopped: io.read, which resolves links, at run time
# run: --allow-effects io --allow-fs-read {box}/inside --allow-fs-read /proc/self/root/tmp/nowhere FILE main '"/proc/self/root{box}/outside/secret.txt"'
# exit: 1
# stderr: error: runtime: effect handler error: read of `/proc/self/root{box}/outside/secret.txt` outside --allow-fs-read

import "std.io" as io

fn main(path :: Str) -> [io] Result[Str, Str] { io.read(path) }
