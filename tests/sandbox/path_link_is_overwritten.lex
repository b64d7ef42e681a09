# tries: to overwrite a secret by a link in the scope
# stopped: io.write, which resolves links, at run time
# run: --allow-effects io --allow-fs-write {box}/inside FILE main '"{box}/inside/link"'
# exit: 1
# stderr: error: runtime: effect handler error: write to `{box}/inside/link` outside --allow-fs-write

import "std.io" as io

fn main(path :: Str) -> [io] Result[Unit, Str] { io.write(path, "new") }
