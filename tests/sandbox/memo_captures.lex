# tries: to get the remembered result of a closure with another capture
# stopped: the memo compares captures
# exit: 0
# stdout: [3,4,3]

fn call(f :: () -> Int) -> Int { f() }

fn make(n :: Int) -> () -> Int { fn () -> Int { n } }

fn main() -> List[Int] { [call(make(3)), call(make(4)), call(make(3))] }
