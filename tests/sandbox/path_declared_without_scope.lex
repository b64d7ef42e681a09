# tries: to declare a path where no scope is given
# stopped: static policy gate; for declared paths, no scope permits nothing
# run: --allow-effects fs_write FILE
# exit: 3
# stderr: {"kind":"fs_path_not_allowed","detail":"path `/tmp` outside --allow-fs_write","effect":"fs_write","path":"/tmp","at":"main"}

fn main() -> [fs_write("/tmp")] Int { 2 }
