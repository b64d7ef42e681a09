# tries: to declare a path that goes up from the scope
# stopped: static policy gate
# run: --allow-effects fs_read --allow-fs-read /data FILE
# exit: 3
# stderr: error: `f` declares the path `/data/../etc`, which is outside of those that are granted...

fn f() -> [fs_read("/data/../etc")] Int { 1 }

fn main() -> Int { 2 }
