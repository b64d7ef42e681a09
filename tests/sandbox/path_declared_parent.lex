# tries: to declare a path that goes up from the scope
# stopped: static policy gate
# run: --allow-effects fs_read --allow-fs-read /data FILE
# exit: 3
# stderr: {"kind":"fs_path_not_allowed","detail":"path `/data/../etc` outside --allow-fs_read","effect":"fs_read","path":"/data/../etc","at":"f"}

fn f() -> [fs_read("/data/../etc")] Int { 1 }

fn main() -> Int { 2 }
