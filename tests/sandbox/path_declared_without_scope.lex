# tries: to declare a path where no scope is given
# stopped: static policy gate; for declared paths, no scope permits nothing
# run: --allow-effects fs_write FILE
# exit: 3
# stderr: error: `main` declares the path `/tmp`, which is outside of those that are granted...

fn main() -> [fs_write("/tmp")] Int { 2 }
